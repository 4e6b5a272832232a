import type { CodeMeanings } from "../../source/problem.js";

/** What keeps a table from being used. */
export const TABLE_CODES = {
  OT301:
    "Something is named that does not stand in the table: a fact, finding, rule, step, deadline, contact, source or verdict. Ids are compared letter by letter.",
  OT302: "An id is used twice. An id means one thing for ever, so that results and notes can name it.",
  OT303:
    "There are situations that no rule decides. `rules check` gives their number and one of them as a case file. Add a rule, or widen the one that was meant to cover them.",
  OT304:
    "Two rules decide the same situation, and neither says that it overrides the other. The order of the rules means nothing, so nobody could say which of them wins. Commonly one of them is the special one and overrides the other. `rules check` gives the number of such situations and one of them.",
  OT305: "Rules override one another in a circle, so that none of them wins.",
  OT306:
    "The conditions of the rules hang together in so many ways that an exact answer would take too much memory, and an inexact one is not given. Split the rules by kind of paper first, or draw findings from the facts that are named.",
  OT307:
    "A rule gives a firm verdict and cites no source whose text was read and that is in force, or all that it cites was read by nobody. Until a person has read a source a rule can say `refer` and no more, and even that on a source read in part.",
  OT308:
    "A finding is used above the place where it is concluded. Findings may build only on findings that stand above them.",
  OT309:
    "A promise made under `invariants:` does not hold. `rules check` gives the number of situations that break it and one of them. Where no rule decides, or two do, that is told and no broken promise. Either a rule is wrong, or the promise was.",
  OT311: "What is declared impossible leaves no situation that could exist, so nothing could ever be decided.",
  OT312:
    "An id is a word that means something else where it would be written: `unknown` as a value, `all` as a rule, `any` in a condition, an option of the command line. The message says what. Choose another id.",
  OT313:
    "A table takes for granted what it cannot: every value of a fact or none, one twice, a judgement that is the holder's, which kind of paper it is, or anything without a source. Only a matter of form that is nearly always so can be presumed.",
  OT314:
    "What a judgement is taken to be while the holder has not made it leads to an answer that nobody has weighed. A firm verdict, one with exit code 0 above all, has to be the verdict whatever the holder finds; only `consent-first`, and `may-disclose` by a rule whose own `do-not` says what not to do before it is weighed, may follow from its absence. `rules check` gives the number of such situations and one of them. Nor may its absence be declared impossible: it can always be that nobody has weighed it yet.",
  OT315:
    "A paper has words that cannot be put on it: a placeholder that is neither `{blank}` nor a particular, a brace too many, or, on one that needs no case, something that goes by a case.",
  OT316:
    "A table lets a practice say once and for all (`always-so`) what has to be looked at with each paper: a judgement, which kind of paper it is, or all that would otherwise be taken for granted, so that an answer could bind on it and nobody would have looked.",
} as const satisfies CodeMeanings;
