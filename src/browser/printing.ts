/** Prints what is closed as if it were open: nobody can open it on paper. */
export function printWhole(main: HTMLElement): void {
  let closed: readonly HTMLDetailsElement[] = [];
  const open = (isOpen: boolean): void => {
    for (const details of closed) details.open = isOpen;
  };
  addEventListener("beforeprint", () => {
    closed = [...main.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    open(true);
  });
  addEventListener("afterprint", () => open(false));
}
