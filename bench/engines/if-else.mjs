// What a programmer would write by hand: the ceiling.

import { javaScriptOf } from "../java-script.mjs";
import { plainRules } from "../plain-rules.mjs";

export const name = "hand-written if/else";

export function prepare(table) {
  const lines = plainRules(table).map((rule) => `if (${javaScriptOf(rule)}) return ${JSON.stringify(rule.id)};`);
  return new Function("facts", lines.join("\n"));
}
