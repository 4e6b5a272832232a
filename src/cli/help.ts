import { VERDICTS } from "../table/verdict.js";

export const DESCRIPTION = `Somebody wants a patient's records: does it bind me, is it likely to be lawful, what do I do now?
England and Wales. No names, please: nothing is saved or sent. Decision support, not legal advice.`;

export const EXAMPLES = `Examples:
  order-triage                                       questions, one at a time, on a terminal
  order-triage assess case.yaml                      one case file
  order-triage assess case.yaml --ask                questions about what the file leaves open
  order-triage assess case.yaml --charged nobody     the file, with one fact changed
  order-triage assess - --format json < case.json    from another program
  order-triage batch cases/ register.csv             many cases, a line of JSON for each
  order-triage explain cannot-say                    what a verdict, rule or code means
  order-triage rules check --strict                  check the rule table
  order-triage rules diff HEAD                       what an edit of it changes
  order-triage rules table --format html             the whole of it to read and sign`;

const NO_VERDICT: Readonly<Record<string, string>> = {
  "60": "a check failed: `expect:` not met, or the rules have problems",
  "64": "the command line was not understood",
  "65": "the case file has problems, or any record of a batch",
  "66": "there is nothing to read",
  "70": "an error inside the program",
  "73": "the output could not be written",
  "78": "the rules could not be used",
  "129, 130, 141, 143": "terminal closed, interrupted, reader gone, terminated",
};

/** The contract with scripts. */
export function exitCodeHelp(): string {
  const verdicts = Object.entries(VERDICTS).map(([verdict, { exitCode }]) => row(String(exitCode), verdict));
  const others = Object.entries(NO_VERDICT).map(([code, meaning]) => row(code, meaning));
  return ["Exit codes:", ...verdicts, ...others].join("\n");
}

function row(code: string, meaning: string): string {
  return `  ${code.padEnd(20)}${meaning}`;
}
