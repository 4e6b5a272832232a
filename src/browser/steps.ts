/** The steps that were taken, as entries of the browser's history: its Back takes one, and none leaves the page at once. */
export class Steps {
  readonly #goBack: () => void;
  /** Tells these entries from those of the page before it was loaded again. */
  readonly #visit = `${Date.now()}-${Math.random()}`;
  #taken = 0;

  /** @param goBack takes back the last step, if it can be */
  constructor(goBack: () => void) {
    this.#goBack = goBack;
    this.#mark("replaceState");
    addEventListener("popstate", ({ state }) => void this.#arrive(state?.visit === this.#visit ? state.taken : 0));
  }

  forward(): void {
    this.#taken += 1;
    this.#mark("pushState");
  }

  back(): void {
    if (this.#taken > 0) history.back();
    else this.#goBack();
  }

  restart(): void {
    const back = -this.#taken;
    this.#taken = 0;
    // to go no step at all would load the page again
    if (back < 0) history.go(back);
  }

  #mark(how: "pushState" | "replaceState"): void {
    history[how]({ visit: this.#visit, taken: this.#taken }, "");
  }

  /** Whoever goes several steps at once takes back one after the other. */
  async #arrive(taken: number): Promise<void> {
    const back = this.#taken - taken;
    this.#taken = taken;
    for (let step = 0; step < back; step++) {
      this.#goBack();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
