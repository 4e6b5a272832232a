import type { WayEnd, Ways } from "../../audit/outline/flow.js";
import type { Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { anchorOf, type Flow, type FlowAnswer, type FlowEnd } from "../document.js";
import { shortForm } from "../words.js";

/** A flow in the words of its table. */
export function drawFlow({ facts }: Table, { questions, ends }: Ways): Flow {
  return {
    questions: questions.map(({ key, fact, answers }) => {
      const { ask, values: texts } = facts[fact] as Table["facts"][string];
      const ways = answers.map((way) => ({
        ...way,
        texts: way.values.map((value) => shortForm(texts[value] as string)),
      }));
      return { key, fact, text: ask, to: anchorOf("fact", fact), answers: restLast(ways) };
    }),
    ends: ends.map(flowEnd),
  };
}

/** The way of the most answers stands last, and they are not named where that would take much room. */
function restLast(ways: readonly FlowAnswer[]): FlowAnswer[] {
  const most = ways.reduce((one, other) => (other.texts.length > one.texts.length ? other : one));
  const { length } = most.texts;
  const isLong = length > MANY || (length > 1 && most.texts.join("").length > LONG);
  if (ways.length === 1 || !isLong) return [...ways];
  return [...ways.filter((way) => way !== most), { ...most, texts: [] }];
}

/** More answers than this, or longer ones, that lead to one place need not be named. */
const MANY = 2;
const LONG = 80;

function flowEnd({ key, rule }: WayEnd): FlowEnd {
  if (rule === undefined) return { key, text: "Read on: none of these rules decides" };
  const { id, verdict, headline } = rule;
  return { key, text: headline, verdict: { id: verdict, label: VERDICTS[verdict].label }, to: anchorOf("rule", id) };
}
