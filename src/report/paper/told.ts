import type { Telling } from "../../table/paper/paper.js";
import type { Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Practice } from "../../triage/practice/practice.js";
import type { Assessment } from "../assessment/assessment.js";
import { reasons } from "../assessment/first-page.js";
import { deadlineLine, decidedBy, stamp, stepLine } from "../assessment/page.js";
import { knownWords, NOT_ON_IT, particularWords, sentence, together } from "../words.js";
import { ownNumbers } from "./fill.js";

/** What a paper tells of a case, in the words of its answer; no line where there is nothing to tell. */
export function told(telling: Telling, table: Table, assessment: Assessment, practice: Practice | undefined): string[] {
  const { rule, sources } = assessment;
  switch (telling) {
    case "answers":
      return answers(table, assessment);
    case "not-known":
      return assessment.notKnown.map(({ ask }) => ask);
    case "granted":
      return assessment.takenForGranted.map(({ says, check }) => `${says} ${check}`);
    case "dates":
      return [...assessment.deadlines.map(deadlineLine), ...assessment.dateDoubts];
    case "steps":
      return assessment.steps.map((step) => stepLine({ ...step, more: null }, assessment.deadlines));
    case "missing":
      return missing(assessment).map((what) => sentence(capital(what)));
    case "verdict":
      return [`${VERDICTS[assessment.verdict].label}. ${sentence(assessment.headline)}`];
    case "why":
      return [...reasons(assessment), ...(rule === null ? [] : assessment.findings.map(({ says }) => says))];
    case "ground":
      return sources.filter(({ id }) => id === rule?.sources[0]).map(({ citation }) => sentence(citation));
    case "contacts":
      return assessment.contacts.map(({ name, find, own }) => `${name}: ${own ?? find}`);
    case "own-numbers":
      return ownNumbers(table, practice);
    case "stamp":
      return [...decidedBy(assessment), stamp(assessment)];
  }
}

/** The reference stands by itself on every paper. */
function answers(table: Table, assessment: Assessment): string[] {
  const { reference: _, ...particulars } = assessment.particulars;
  const lacking = together(missing(assessment));
  return [
    ...Object.entries(assessment.facts).map(([id, known]) => {
      const { ask, values } = table.facts[id] as Table["facts"][string];
      return `${ask} ${knownWords(values, known)}`;
    }),
    ...Object.entries(particulars).map(([id, stated]) => {
      const particular = table.particulars[id];
      return `${particular?.ask} ${particularWords(particular, stated)}`;
    }),
    ...(lacking === "" ? [] : [`${NOT_ON_IT} ${sentence(capital(lacking))}`]),
  ];
}

function missing({ forms }: Assessment): string[] {
  const lacking = forms.flatMap(({ hasToSay }) => hasToSay.filter((saying) => saying.missing));
  return [...new Set(lacking.map(({ askFor }) => askFor))];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
