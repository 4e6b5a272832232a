import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Servers do not run as root. */
const NOBODY = 65_534;
const other = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** A folder of whoever servers run as. */
export function serverFolder() {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-server-"));
  if (other.uid !== undefined) chownSync(folder, other.uid, other.gid);
  return folder;
}

/** Runs a program to its end and gives what it printed. */
export function run(program, args, { input, as = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, ...as, ...LARGE });
  if (status === 0) return stdout;
  throw new Error(`${program}: ${error ?? stderr.slice(0, MOST_SHOWN)}`);
}

const LARGE = { encoding: "utf8", maxBuffer: 2 ** 31 };
const MOST_SHOWN = 1000;

export function runAsOther(program, args) {
  return run(program, args, { as: other });
}

/** Starts a server and waits until it answers; its folder goes when it is stopped. */
export async function startServer(folder, program, args, isReady) {
  const server = spawn(program, args, { ...other, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (text) => {
    said = `${said}${text}`.slice(-MOST_SHOWN);
  });
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    if (isReady()) return { pid: server.pid, stop: () => stop(server, folder) };
    await setTimeout(100);
  }
  server.kill("SIGKILL");
  throw new Error(`${program} does not start: ${said}`);
}

async function stop(server, folder) {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true });
}

export function answers(program, args) {
  return spawnSync(program, args).status === 0;
}

/** The seconds of processor time that these processes and those that they waited for have had. */
export function processorTime(...pids) {
  const ticks = pids.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) / 100;
}
