/**
 * The closed list of verdicts. Scripts rely on the exit codes, so both are fixed here and nowhere else;
 * the words a table puts beside a verdict stand in the table.
 *
 * Of several cases the verdict of the lowest `rank` counts: the most serious.
 * `firm` verdicts say what the law asks of the reader, and so need an authority whose text was read.
 */
export const VERDICTS = {
  "appears-lawful": {
    exitCode: 0,
    rank: 9,
    firm: true,
    label: "Appears lawful",
    meaning: "Binding as far as the table can see: comply exactly, minimally and in time, after advice.",
  },
  "statutory-duty": {
    exitCode: 0,
    rank: 8,
    firm: true,
    label: "A statute asks for this",
    meaning: "A statute itself asks for specific information: give that much, after advice, and not the record.",
  },
  "likely-unlawful": {
    exitCode: 20,
    rank: 1,
    firm: true,
    label: "Likely unlawful",
    meaning:
      "It looks compulsory and is probably beyond the power. Neither obey at once nor disregard it: have it discharged, varied, withdrawn or heard.",
  },
  "cannot-say": {
    exitCode: 30,
    rank: 2,
    firm: false,
    label: "Cannot say yet",
    meaning: "Facts decide that are not known; they are named.",
  },
  refer: {
    exitCode: 31,
    rank: 3,
    firm: false,
    label: "Take advice first",
    meaning: "It turns on a legal judgement that the table does not make: take advice before acting.",
  },
  "may-disclose": {
    exitCode: 40,
    rank: 6,
    firm: true,
    label: "May disclose",
    meaning: "Nothing compels. Disclosure can be justified, and the holder decides.",
  },
  "consent-first": {
    exitCode: 41,
    rank: 5,
    firm: true,
    label: "Not without consent",
    meaning: "Nothing compels, and nothing stated justifies disclosure: not without consent.",
  },
  "not-an-order-yet": {
    exitCode: 42,
    rank: 4,
    firm: true,
    label: "Not an order yet",
    meaning:
      "An application, a notice or a draft: nothing is due to the asker. Preserve the records, and be heard in time.",
  },
  "out-of-scope": {
    exitCode: 50,
    rank: 7,
    firm: false,
    label: "Not covered here",
    meaning: "Another jurisdiction, or paper the table does not cover.",
  },
} as const satisfies Record<string, { exitCode: number; rank: number; firm: boolean; label: string; meaning: string }>;

export type Verdict = keyof typeof VERDICTS;

/** A verdict that a rule may give. `cannot-say` is the engine's own: it means that facts are missing. */
export type RuleVerdict = Exclude<Verdict, "cannot-say">;

/** Whether a verdict says that the holder is bound to do something: its exit code is that of success. */
export function binds(verdict: Verdict): boolean {
  return VERDICTS[verdict].exitCode === 0;
}

/** The verdicts, the most serious first. */
export const SERIOUS_FIRST: readonly Verdict[] = (Object.keys(VERDICTS) as Verdict[]).sort(
  (a, b) => VERDICTS[a].rank - VERDICTS[b].rank,
);

/** The one that counts of several verdicts, of which there is at least one. It binds only where all of them do. */
export function mostSerious(verdicts: readonly Verdict[]): Verdict {
  return SERIOUS_FIRST.find((verdict) => verdicts.includes(verdict)) as Verdict;
}
