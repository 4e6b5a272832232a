import type { CodeMeanings } from "./problem.js";

/** What can be wrong with any file, before it is a table or a case, and with the shape of either. */
export const FILE_CODES = {
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
  OT208:
    "A fact, or one of its values, stood in an earlier edition of the table and stands there no longer. The message says what to write instead.",
  OT209: "A period ends before it begins. Look at both of its days again.",
  OT210:
    "A practice file says of every paper what depends on the paper: state it in the case. What a practice may say once is what the table lists as `always-so`, and its contacts are those that are `own`.",
} as const satisfies CodeMeanings;
