import { stringify } from "yaml";
import type { Case } from "../triage/case.js";

/** A case as the text of a file that `assess` reads. Words that other readers of YAML take for truth values are quoted. */
export function caseFileText({ title, facts, particulars, expect }: Case): string {
  const parts = {
    ...(title === undefined ? {} : { title }),
    facts,
    ...(Object.keys(particulars).length === 0 ? {} : { particulars }),
    ...(expect === undefined ? {} : { expect }),
  };
  return stringify(parts, { compat: "yaml-1.1", lineWidth: 0 });
}
