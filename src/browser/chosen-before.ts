/** What somebody has chosen of the first question, which stood there before it could be answered. */
interface Chosen {
  readonly heading: string;
  readonly id: string;
  readonly hasFocus: boolean;
}

export function chosenIn(main: HTMLElement): Chosen | undefined {
  const input = main.querySelector<HTMLInputElement>("input:checked");
  const heading = main.querySelector("h1")?.textContent ?? "";
  return input === null ? undefined : { heading, id: input.id, hasFocus: input === document.activeElement };
}

/** Another law of the day may begin with another question. */
export function chooseAgain(main: HTMLElement, chosen: Chosen | undefined): void {
  if (chosen === undefined || main.querySelector("h1")?.textContent !== chosen.heading) return;
  const input = main.querySelector<HTMLInputElement>(`#${chosen.id}`);
  if (input !== null) input.checked = true;
  if (chosen.hasFocus) input?.focus();
}
