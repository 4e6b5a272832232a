/** The least of a file that still fails: lines are cut out of it, then bytes. */
export async function smallest(bytes: Buffer, fails: (less: Buffer) => Promise<boolean>): Promise<Buffer> {
  const lines = bytes.toString("latin1").split(/(?<=\n)/);
  const fewLines = await cut(lines, (some) => fails(Buffer.from(some.join(""), "latin1")));
  const few = await cut(fewLines.join("").split(""), (some) => fails(Buffer.from(some.join(""), "latin1")));
  return Buffer.from(few.join(""), "latin1");
}

/** How long lines are cut out, and bytes: what fails may take its time. */
const MOST_MILLISECONDS = 10_000;

async function cut(
  parts: readonly string[],
  fails: (less: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  const end = Date.now() + MOST_MILLISECONDS;
  let left = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < left.length && Date.now() < end; ) {
      const less = left.toSpliced(at, size);
      if (await fails(less)) left = less;
      else at += size;
    }
  }
  return left;
}
