import type { SourceText, Span } from "./text.js";

/** Every code a problem can have, with what it means and what to do about it. A code keeps its meaning for ever. */
export const PROBLEM_CODES = {
  OT101: "The file is larger than this kind of file may be. Check that it is the right file, or split it.",
  OT102:
    "The file is not text. Word, PDF and picture files cannot be read; save the content as plain text, and a workbook as CSV UTF-8.",
  OT103: "The file is text in another encoding. Save it as UTF-8.",
  OT104: "The file has nothing in it but blank lines and comments.",
  OT105: "Lists and fields stand inside one another more than 200 levels deep.",
  OT106: "The file holds several YAML documents, separated by `---`. Give each a file of its own.",
  OT107: "The text has a control character, which no editor shows. Delete it.",
  OT108:
    "There is nothing to read at a path: no such file, no case file in a folder, or no permission. Check the path; case files in a folder are called *.yaml, *.yml, *.json, *.ndjson, *.jsonl, *.csv or *.tsv.",
  OT109: "More is wrong with the file than is told. Mend what is told, then read it again.",
  OT110:
    "YAML references (`&name` and `*name`) are not used. Write the value out; put a text that begins with `&` or `*` in double quotes.",
  OT111: "YAML tags (`!name`) are not used. Leave the tag out; put a text that begins with `!` in double quotes.",
  OT112: "YAML directives (lines that begin with `%`) are not used. Delete the line.",
  OT113: "YAML merge keys (`<<`) are not used. Write the fields out.",
  OT114: "A field stands twice in one place, so one value would hide the other. Keep one.",
  OT115: "The name of a field is a list or a group of fields. Names are plain words.",
  OT120: "A colon and a space inside unquoted text start a new field. Put the whole text in double quotes.",
  OT121: "A tab is used to indent. YAML wants spaces.",
  OT122: "A line is indented in a way that fits neither the lines above nor those below it.",
  OT123: "A line does not have the form `name: value`. Often the colon, or the space after it, is missing.",
  OT124: "A no-break space, as a word processor writes it, stands where a normal space belongs.",
  OT125: "A bracket is not closed, or closes nothing.",
  OT126: "A comma is missing between two items, or there is one too many.",
  OT127: "A quoted text has no closing quotation mark.",
  OT128: "Something is left over after the end of a quoted text or a bracket.",
  OT129: "Unquoted text begins with a character that YAML keeps for itself. Put the text in double quotes.",
  OT130: "The file does not follow the rules of JSON.",
  OT131:
    "A backslash inside double quotes is followed by a character it has no meaning with. Write it twice, or use single quotes.",
  OT132: "A list item stands where none can stand, or its hyphen is missing.",
  OT133: "A comment needs a space before its `#`.",
  OT134: "Text after `|` or `>` begins on the next line, indented.",
  OT135: "The name of a field is longer than 1,024 characters.",
  OT139:
    "The file does not follow the rules of YAML. Look for a stray quotation mark, colon or bracket near the place.",

  OT201: "A field that has to be there is missing. The place shown is the field it belongs under. Add it.",
  OT202:
    "A field has a name that is not known here. Often it is misspelt, or stands in the wrong section: facts belong under `facts:`, dates and the reference under `particulars:`. Nothing unknown is passed over, because it might be the fact that decides.",
  OT203:
    "A value is not one of those that can stand here; the message lists them. Word processors turn straight quotation marks into curly ones, which then count as part of the value.",
  OT204:
    "A field is left blank. A blank could mean no, or that nobody knows. Write `unknown` where nobody knows, or delete the line.",
  OT205: "A value has another shape than the one that belongs here, for instance a list where a text belongs.",
  OT206:
    "A case names a person or could identify one. Cases carry no names, dates of birth, numbers or addresses; use a reference of your own.",
  OT207:
    "A value is not a date that can be reckoned with. Dates are written year first, as 2026-11-22, so that day and month cannot be confused.",

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
  OT310:
    "A rule never decides anything, on any day: either nothing that can exist meets its condition, or other rules override it wherever it applies. Mend it, or take it out.",
  OT311: "What is declared impossible leaves no situation that could exist, so nothing could ever be decided.",
  OT312:
    "An id is a word that means something else where it would be written: `unknown` as a value, `all` as a rule, `any` in a condition, an option of the command line. The message says what. Choose another id.",

  OT320:
    "A part of a condition changes nothing: without it every situation would come to the same, on every day. It makes the table longer, and readers look for a reason that is not there. Where two parts do the work of one, either can go, but not both; check again after each change.",
  OT321:
    "A rule overrides another to no effect: without that every situation would be decided by the same rule, on every day. Often one of the two was narrowed since.",
  OT322:
    "A rule or a notice depends on the answer to a question in situations in which that question is not asked. Nobody will have answered it there, so the answer stays open or the notice unseen. Widen the fact's `asked-when`, or let the rule test what makes somebody ask.",
  OT323:
    "A finding, step, deadline, contact or source stands in the table, and nothing refers to it. Often it was left behind when a rule was taken out.",
  OT324: "A fact is asked for, and no condition tests it. What is only to be noted belongs under `particulars`.",
  OT325: "The condition of a finding, a notice or a question is met by nothing that can exist, on any day.",
  OT326:
    "Several answers to a question are named by no condition, so nothing tells them apart. One such answer stands for everything else; of several all but one could go.",
  OT329:
    "One of the checks was given up, because an exact answer would have taken too much memory. The verdicts of the table are not touched by that.",
  OT330:
    "The day has passed by which a rule, finding or notice was to be read against its sources again. Do that, and set the next day.",
  OT331:
    "It is more than a year since a person last read the whole table against its sources, as `reviewed-on` says. The verdicts go on as before.",
  OT332:
    "A source, or the whole table, is said to have been read on a day that has not come yet. Write the day on which somebody read it; if it is right, the clock of the machine is wrong. The table gives its verdicts all the same.",
  OT333:
    "A table was changed, and its `edition` is still the old one. An edition stands for one text, so that a note or a printed table can name what it rests on. Give it another one.",
  OT334:
    "A table was changed, and its `reviewed-on` did not move. It says when a person last read the whole table against its sources, and that was before the change. Read it again, and write the day of that.",
  OT340: "A headline has more than twelve words, and is then too long to be read aloud to somebody at the desk.",
  OT341:
    "A text says flatly that something is lawful or unlawful. Only a court decides that; a text says `likely`, `probably` or `appears`.",
  OT342:
    "A text has a word that can be taken for advice to defy a court, or to be at ease. Say what to do instead, and whom to ask first.",

  OT401:
    "The facts of a case cannot all be true together; the message says which and why. No verdict is given, because nobody knows which of them is wrong.",
} as const satisfies Record<`OT${number}`, string>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** One thing wrong with a file. The message is a plain sentence in lower case, without a full stop. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Absent where the file as a whole is meant. */
  readonly at?: { readonly source: SourceText; readonly span: Span };
  readonly help?: string;
}

/** What came in at the door: a value, or everything wrong with it, which is at least one thing. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a problem says, before its place is known. */
export type Wording = Pick<Problem, "code" | "message" | "help">;

export function errorAt(source: SourceText, span: Span, wording: Wording): Problem {
  return { ...wording, severity: "error", at: { source, span } };
}

/** So many problems of one file are kept: nobody reads more, and a file can have one at every letter. */
export const MOST_PROBLEMS = 500;

/** Whether no more has to be looked for. */
export function areEnough(problems: readonly unknown[]): boolean {
  return problems.length > MOST_PROBLEMS;
}

/** As many problems as are kept, and before them that there are more. */
export function firstProblems(problems: readonly Problem[], areMore = areEnough(problems)): readonly Problem[] {
  return areMore ? [MORE, ...problems.slice(0, MOST_PROBLEMS)] : problems;
}

export const MORE: Problem = {
  code: "OT109",
  severity: "error",
  message: "more is wrong with this file than is told here",
  help: "mend this first, then check again",
};

/** As a reader meets them in the file; what concerns the whole file first. */
export function inSourceOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.at?.span.start ?? -1) - (b.at?.span.start ?? -1));
}
