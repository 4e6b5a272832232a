import type { Fault } from "../fault.js";
import type { Fact, Table } from "../table.js";

/** What a table lets a practice say once and for all, and must not: an answer could bind on what nobody looked at. */
export function findAlwaysSoFaults({ facts }: Table): Fault[] {
  return Object.entries(facts).flatMap(([id, fact]): Fault[] => {
    const why = whyNot(fact);
    if (why === undefined) return [];
    const message = `\`${id}\` ${why}`;
    return [{ code: "OT316", path: ["facts", id, "always-so"], part: "key", message, help: HELP }];
  });
}

const HELP = "leave `always-so` out, or leave a value out of it that depends on the paper";

function whyNot({ values, presume, "not-weighed": unmade, "tells-kind": tellsKind, "always-so": alwaysSo }: Fact) {
  if (alwaysSo === undefined) return undefined;
  if (unmade !== undefined) return "is a judgement of the holder, and is made for each paper";
  if (tellsKind) return "tells which kind of paper it is, and is never the same for all";
  const open = Object.keys(values).filter((value) => !Object.hasOwn(alwaysSo, value));
  return presume === undefined || open.some((value) => !presume.values.includes(value))
    ? undefined
    : "is presumed, and a practice could state what is never to bind unless somebody looks";
}
