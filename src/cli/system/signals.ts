import { EXIT } from "../../report/exit-code.js";

/** What asks the program to end. SIGBREAK is Windows' own. */
const STOPS = Object.entries({
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGBREAK: EXIT.terminated,
  SIGHUP: EXIT.hungUp,
}).map(([signal, code]) => ({ signal, stop: () => process.exit(code) }));

/** From now on a signal ends the program with an exit code, once there is a pause, and nothing half-written is left. */
export function hearSignals(): void {
  for (const { signal, stop } of STOPS) process.on(signal, stop);
}

/** From now on the system ends the program at a signal, and at once: what is worked out in one go has no pause. */
export function leaveSignals(): void {
  for (const { signal } of STOPS) process.removeAllListeners(signal);
}

/** Hears signals at least for as long as something is waited for. */
export async function hearing<T>(wait: () => Promise<T>): Promise<T> {
  hearSignals();
  try {
    return await wait();
  } finally {
    // Ctrl+C ends whoever writes to a pipe as well: a signal that came with the end of it is still to be heard
    await new Promise((resolve) => setImmediate(resolve));
    for (const { signal, stop } of STOPS) process.off(signal, stop);
  }
}
