import type { Option } from "commander";
import type { Related } from "../shared-options.js";
import type { Words } from "./completion.js";
import type { Place } from "./place.js";

/** The options that can still be given: none that was, and none that does not go with one that was. */
export function optionsAt({ command, given, isLiteral }: Place): Words {
  if (isLiteral) return {};
  const open = command
    .createHelp()
    .visibleOptions(command)
    .filter((option) => !given.some((one) => bars(one, option)));
  return Object.fromEntries(open.map(({ long, description }) => [long ?? "", withoutValues(description)]));
}

function bars(given: Option, option: Option & Related): boolean {
  if (given.long === option.long) return option.repeatable !== true;
  return rulesOut(given, option) || rulesOut(option, given);
}

function rulesOut({ conflictsWith = [], implied }: Option & Related, other: Option): boolean {
  return [...conflictsWith, ...Object.keys(implied ?? {})].includes(other.attributeName());
}

/** The values of a fact come when its option stands there. */
function withoutValues(description: string): string {
  return description.replace(/ \([^()]*, unknown\)$/, "");
}
