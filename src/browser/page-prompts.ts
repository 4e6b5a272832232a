import type { Prompts } from "../commands/interview/prompts.js";
import { choosingView } from "./choosing.js";
import { reviewingView } from "./reviewing.js";
import type { Screen } from "./screen.js";
import { writingView } from "./writing.js";

/** Questions put one to a page. Nothing scrolls out of sight, so nothing is repeated. */
export function pagePrompts(screen: Screen): Prompts {
  return {
    say: screen.say,
    echo: () => {},
    choose: (question) => screen.show(choosingView(question)),
    write: (question) => screen.show(writingView(question)),
    review: (question) => screen.show(reviewingView(question)),
    close: () => {},
  };
}
