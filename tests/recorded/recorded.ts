import { expect } from "vitest";

/** A file of this repository holds what follows from the table and the program now; `vitest --update` writes it. */
export async function expectRecorded(text: string, path: string): Promise<void> {
  const stale = `${path} is not what the table and the program make of it now: run \`npm run update\` and look at what it changes`;
  await expect(text, stale).toMatchFileSnapshot(`../../${path}`);
}
