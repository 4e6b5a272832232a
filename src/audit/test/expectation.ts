import { type CompiledTable, lawOn } from "../../table/compiled.js";
import type { Case, Expectation } from "../../triage/case.js";
import { outlookOf } from "../../triage/decide.js";
import { commonVerdict } from "../../triage/outcomes.js";
import { certainIds, situationOf } from "../../triage/situation.js";

/** What the table says today of a case with these facts, which can all be true. */
export function expectationOf(
  compiled: CompiledTable,
  day: string,
  facts: Case["facts"],
  withNotices: boolean,
): Expectation {
  const law = lawOn(compiled, day);
  const { situation, possible } = outlookOf(compiled, law, situationOf(compiled, law, facts), true);
  const [rule, another] = possible;
  return {
    verdict: commonVerdict(possible),
    ...(rule === undefined || another !== undefined ? {} : { rule: rule.id }),
    ...(withNotices ? { notices: certainIds(law, law.roots.notices, situation) } : {}),
  };
}
