import type { Wording } from "../source/problem.js";
import type { Table } from "./table.js";

/** What somebody is told who states a fact that the table had in an earlier edition; undefined where it had none. */
export function formerFact({ "former-facts": former }: Table, id: string): Wording | undefined {
  if (!Object.hasOwn(former, id)) return undefined;
  return told(`\`${id}\` is no longer a fact of this table`, former[id]?.instead);
}

/** The same of a value. */
export function formerValue({ facts }: Table, fact: string, value: string): Wording | undefined {
  const former = facts[fact]?.["former-values"] ?? {};
  if (!Object.hasOwn(former, value)) return undefined;
  return told(`\`${fact}\`: \`${value}\` is no longer one of its values`, former[value]);
}

function told(message: string, help: string | undefined): Wording {
  return { code: "OT208", message, ...(help === undefined ? {} : { help }) };
}
