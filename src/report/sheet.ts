import type { Verdict } from "../table/verdict.js";
import type { Section } from "./page.js";
import type { Block, ScreenLine } from "./screen.js";

/** A result on one sheet of paper: on its front what somebody has to know and to do, all else on its back. */
export interface Sheet {
  readonly title: string;
  readonly verdict: { readonly id: Verdict; readonly label: string };
  /** Whose paper it is, where that is known. */
  readonly head: string | undefined;
  /** Which of the lines find room is for whoever knows the size of the paper. */
  readonly front: readonly Block[];
  /** Says what is on the back, given the lines that have not found room. */
  readonly more: (left: readonly ScreenLine[]) => string;
  /** To be filled in by hand. */
  readonly blanks: readonly string[];
  readonly foot: readonly string[];
  readonly backTitle: string;
  /** What stands above the lines that have found no room on the front. */
  readonly leftHeading: string;
  readonly back: readonly Section[];
}
