import { Chalk } from "chalk";
import type { Paint } from "../../report/paint.js";

/** Paint for a terminal. Sixteen colours only, so that light and dark themes keep their own contrast. */
export function colourPaint(): Paint {
  const chalk = new Chalk({ level: 1 });
  const { bold, cyan, dim } = chalk;
  return {
    title: bold,
    heading: bold,
    urgent: bold.red,
    quiet: dim,
    error: bold.red,
    warning: bold.yellow,
    place: bold,
    gutter: dim,
    help: cyan,
  };
}
