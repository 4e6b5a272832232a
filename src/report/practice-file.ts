import { stringify } from "yaml";
import type { Table } from "../table/table.js";
import { alwaysSo, type Practice } from "../triage/practice/practice.js";
import { STYLE } from "./case-file.js";

/** A practice as the text of a file that its reader reads; what it leaves open is left out. */
export function practiceFileText({ facts: always }: Table, { contacts, facts, ...own }: Practice): string {
  const stated = Object.entries(facts).map(([id, known]): [string, string | string[]] => {
    const [first = "", ...others] = alwaysSo(always[id], known);
    return [id, others.length === 0 ? first : [first, ...others]];
  });
  return stringify(
    {
      ...own,
      ...(Object.keys(contacts).length === 0 ? {} : { contacts }),
      ...(stated.length === 0 ? {} : { facts: Object.fromEntries(stated) }),
    },
    STYLE,
  );
}
