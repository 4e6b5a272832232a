/** The facts of the shipped table that say what kind of paper it is and who sends it. */
export const KIND_OF_PAPER: readonly string[] = [
  "instrument",
  "power",
  "investigation-act",
  "asker",
  "investigator",
  "police-question",
  "statute-named",
  "death-office",
  "claimant",
  "speaks-for",
  "safeguarding-request",
  "regulator",
  "public-body",
  "information-right",
  "anyone",
  "duty",
];
