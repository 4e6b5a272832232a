import { randomBytes } from "node:crypto";
import { readdirSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { inside } from "./inside.js";

/** A new name for a draft, which says who writes it; the name of the file itself may leave no room for a longer one. */
export function newDraft(folder: string): string {
  return join(folder, `.order-triage-${here()}-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
}

const DRAFT = /^\.order-triage-(\d+)-(\d+)-[0-9a-f]{12}\.tmp$/;

/** Takes away the drafts of runs that were killed, as far as that can be told: on a share others write, too. */
export function sweepDrafts(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, place, run] = DRAFT.exec(name) ?? [];
      if (place === here() && !isRunning(Number(run))) rmSync(inside(folder, name), { force: true });
    }
  } catch {
    // whoever may write there need not be allowed to see or to remove anything
  }
}

/** A number for the place in which a process is known by its number: the machine, or the container on it. */
function here(): string {
  return String(crc32(`${hostname()} ${container()}`));
}

function container(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function isRunning(run: number): boolean {
  try {
    return process.kill(run, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
