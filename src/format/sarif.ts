import type { CheckData, CheckedProblem } from "../report/check/data.js";
import { WITNESS, whereLines, witnessLines } from "../report/check/words.js";

/** A check as SARIF 2.1.0, for code scanning. */
export function formatSarif(data: CheckData): string {
  const codes = Object.keys(data.codes);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: driver(data) },
        properties: { file: data.file, table: data.table, edition: data.edition, digest: data.digest },
        columnKind: "unicodeCodePoints",
        results: data.problems.map((problem) => result(problem, codes.indexOf(problem.code), data.asOf)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function driver({ version, codes }: CheckData): object {
  return {
    name: "order-triage",
    semanticVersion: version,
    rules: Object.entries(codes).map(([id, meaning]) => ({
      id,
      shortDescription: { text: `${meaning.split(/(?<=[.:;]) /, 1)[0]?.replace(/[.:;]$/, "")}.` },
      fullDescription: { text: meaning },
      help: { text: `${meaning} \`order-triage explain ${id}\` says the same.` },
    })),
  };
}

function result(problem: CheckedProblem, ruleIndex: number, asOf: string): object {
  const { code, severity, file, count, witness, fingerprint } = problem;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: messageText(problem, asOf) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...regionOf(problem) } }],
    partialFingerprints: { "orderTriage/v1": fingerprint },
    ...(count === null ? {} : { properties: { situations: count, witness } }),
  };
}

/** Everything there is to say about a problem, over several lines. */
export function messageText(problem: CheckedProblem, asOf: string): string {
  const witness = witnessLines(problem, asOf);
  const help = problem.help === null ? [] : [`help: ${problem.help}`];
  return [
    problem.message,
    ...help,
    ...whereLines(problem, asOf),
    ...(witness.length === 0 ? [] : [WITNESS, ...witness]),
  ].join("\n");
}

function regionOf({ line, column, endLine, endColumn }: CheckedProblem): object {
  return line === null ? {} : { region: { startLine: line, startColumn: column, endLine, endColumn } };
}

/** A path as a reference: relative where the path is, so that it is found in any checkout; `//nas/x` is on a host. */
function uriOf(path: string): string {
  const steps = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  if (/^[A-Za-z]%3A\//.test(steps)) return `file:///${steps.replace("%3A", ":")}`;
  return steps.startsWith("//") ? `file:${steps}` : steps.replace(/^\//, "file:///");
}
