import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  useRef,
  useState,
} from "@inquirer/core";
import { type Choosing, LETTERS } from "../../commands/interview/prompts.js";
import { wrap } from "../../format/wrap.js";
import { characterOf, type Drawn, drawnHelp, drawnMessage, letterOf, style, useSize } from "./drawn.js";
import { listPage } from "./list-page.js";
import { HOW_TICKED, HOW_TO_TICK, isTick, tickBox, ticksAfter } from "./ticks.js";

type List = Drawn<Choosing<unknown>>;

const HOW = "Arrow keys or a number, then Enter.";
const RESERVED: readonly string[] = Object.values(LETTERS);
const HIDE_CURSOR = "\u001b[?25l";
/** Figures that follow each other so fast are one number. */
const ONE_NUMBER_MS = 700;

/**
 * A list to choose from that fits the window. A key answers at once; a figure or another letter moves the cursor. Where
 * it may be one of several, they are ticked; what is ticked is the answer, unless the cursor stands on what cannot be.
 */
export const listPrompt = createPrompt<unknown, List>((list, done) => {
  const { choices, usual, keepsLast, keys, several, window } = list;
  const [ticked, setTicked] = useState(several?.ticked ?? []);
  const [active, setActive] = useState(ticked[0] ?? choices.indexOf(usual));
  const top = useRef(0);
  const numberAfter = useNumber();
  useSize(window);
  useKeypress((key, readline) => {
    const pressed = keys.find(({ letter }) => letter === letterOf(key, readline.line));
    readline.clearLine(0);
    const number = numberAfter(key);
    const tickable = several && active < several.of ? several : undefined;
    if (pressed !== undefined) done(pressed.value);
    else if (isEnterKey(key)) done(ticked.length > 0 && tickable ? tickable.take(ticked) : choices[active]?.value);
    else if (tickable && isTick(key)) setTicked(ticksAfter(ticked, tickable.of, active, key));
    else setActive(moved(choices, active, key, number));
  });
  const head = drawnMessage(list);
  const help = drawnHelp(howTo(several, ticked), keys, window);
  // without a blank line and the one that the window scrolls by
  const room = (window.output.rows ?? 24) - [head, help].join("\n").split("\n").length - 2;
  const boxed = choices.map(({ says }, index) => tickBox(index, ticked, several?.of ?? 0) + says);
  const rows = boxed.map((says, index) => row(says, index, index === active, window.width()));
  const page = listPage(rows, active, top.current, room, keepsLast);
  top.current = page.top;
  return `${[head, ...page.rows, "", help].join("\n")}${HIDE_CURSOR}`;
});

function howTo(several: List["several"], ticked: readonly number[]): string {
  if (several === undefined) return HOW;
  return ticked.length > 0 ? HOW_TICKED[several.means] : `${HOW} ${HOW_TO_TICK[several.means]}`;
}

/** A choice that takes several lines stands behind its number. */
function row(says: string, index: number, isActive: boolean, width: number): string {
  const number = `${isActive ? ">" : " "} ${`${index + 1}.`.padStart(3)} `;
  const text = number + wrap(says, width, " ".repeat(number.length)).trimStart();
  return isActive ? style.highlight(text) : text;
}

/** Where a key moves the cursor: up, down, to a number, or to the next choice that begins with a letter. */
function moved(choices: List["choices"], active: number, key: KeypressEvent, number: number | undefined): number {
  const count = choices.length;
  if (isUpKey(key)) return (active + count - 1) % count;
  if (isDownKey(key)) return (active + 1) % count;
  const character = characterOf(key);
  // where there is no way back, `b` is not to mean something else
  if (character === undefined || RESERVED.includes(character)) return active;
  if (number !== undefined) {
    const index = [number, number % 10].find((one) => choices[one - 1] !== undefined);
    return index === undefined ? active : index - 1;
  }
  const others = choices.map((_, index) => (active + 1 + index) % count);
  return others.find((index) => choices[index]?.says.toLowerCase().startsWith(character)) ?? active;
}

/** The number that a figure ends, with those that were typed just before it; nothing after any other key. */
function useNumber(): (key: KeypressEvent) => number | undefined {
  const typed = useRef({ figures: "", at: 0 });
  return (key) => {
    const figure = /^\d$/.exec(characterOf(key) ?? "")?.[0];
    const { figures, at } = typed.current;
    const now = performance.now();
    typed.current = {
      figures: figure === undefined ? "" : now - at < ONE_NUMBER_MS ? figures + figure : figure,
      at: now,
    };
    return figure === undefined ? undefined : Number(typed.current.figures);
  };
}
