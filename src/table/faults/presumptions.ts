import type { Fault } from "../fault.js";
import type { Fact, Presumption, Table } from "../table.js";

/** What a table takes for granted, and cannot. */
export function findPresumptionFaults({ facts }: Table): Fault[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    if (fact.presume === undefined) return [];
    const slips = [...slipsOf(id, fact, fact.presume), ...repeated(id, fact.presume)];
    return slips.map(({ path, message, help }): Fault => {
      const part = typeof path.at(-1) === "number" ? "value" : "key";
      return { code: "OT313", path: ["facts", id, "presume", ...path], part, message, help };
    });
  });
}

/** Something that is wrong with a presumption, at a path within it. */
interface Slip {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help: string;
}

function slipsOf(id: string, fact: Fact, { values, cite }: Presumption): Slip[] {
  const slips = [
    {
      isSo: fact["not-weighed"] !== undefined,
      path: [],
      message: `\`${id}\` is a judgement of the holder, and cannot be taken for granted`,
      help: "leave one of the two out",
    },
    {
      isSo: fact["tells-kind"] === true,
      path: [],
      message: `\`${id}\` tells which kind of paper it is, and cannot be taken for granted`,
      help: "leave `presume` out: a reader sees it",
    },
    {
      isSo: values.length === 0,
      path: [],
      message: `\`${id}\` is presumed to have no value`,
      help: "name what it nearly always has, or leave `presume` out",
    },
    {
      isSo: new Set(values).size === Object.keys(fact.values).length,
      path: [],
      message: `to presume every value of \`${id}\` is to presume nothing`,
      help: "leave out what is not nearly always so",
    },
    {
      isSo: cite.length === 0,
      path: ["cite"],
      message: `what is presumed of \`${id}\` rests on no source`,
      help: "cite the source by which it is nearly always so",
    },
  ];
  return slips.filter(({ isSo }) => isSo);
}

function repeated(id: string, { values }: Presumption): Slip[] {
  return values.flatMap((value, index) => {
    const message = `that \`${id}\` is presumed to be \`${value}\` stands here twice`;
    return values.indexOf(value) === index ? [] : [{ path: ["values", index], message, help: "leave one of them out" }];
  });
}
