import { styleText } from "node:util";
import { createPrompt, isEnterKey, type KeypressEvent, useEffect, useKeypress, useState } from "@inquirer/core";
import { type Key, LETTERS, letterWritten, type Writing } from "../../commands/interview/prompts.js";
import { wrap } from "../../format/wrap.js";
import { type Drawn, drawnHelp, drawnMessage, useSize } from "./drawn.js";

type Line = Drawn<Writing<unknown>>;

/** A line to write on. What cannot be read stays there to be mended. */
export const linePrompt = createPrompt<unknown, Line>((line, done) => {
  const { usual, draft, keys, read, window } = line;
  const [text, setText] = useState(draft);
  const [why, setWhy] = useState("");
  useSize(window);
  useEffect((readline) => readline.write(draft), []);
  useKeypress((key, readline) => {
    const pressed = keyPressed(keys, key, text);
    if (pressed !== undefined) return done(pressed.value);
    if (!isEnterKey(key)) {
      setText(readline.line);
      return setWhy("");
    }
    const found = read(text.trim());
    if (found.ok) return done(found.value);
    // readline has let go of what was entered
    readline.write(text);
    setWhy(found.why);
  });
  const fault = why === "" ? [] : [styleText("red", wrap(why, window.width(), ""))];
  const help = drawnHelp(`Enter alone: ${usual}.`, keys, window);
  return [`${drawnMessage(line)}\n> ${text}`, [...fault, help].join("\n")];
});

/** Esc at once, any other key as the only letter of the line. */
function keyPressed<T>(keys: readonly Key<T>[], key: KeypressEvent, text: string): Key<T> | undefined {
  const letter = key.name === "escape" ? LETTERS.back : isEnterKey(key) ? letterWritten(text.trim()) : "";
  return keys.find((one) => one.letter === letter);
}
