// Loaded before a program; when it ends, writes its peak memory in bytes and the seconds that it had the processor for
// into the file named by BENCH_USAGE.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ peak: peakOfProcess(), seconds: (user + system) / 1e6 }));
});

/** On Linux `maxRSS` starts from what the parent process used, `VmHWM` does not. */
function peakOfProcess() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = readFileSync("/proc/self/status", "utf8").match(/^VmHWM:\s+(\d+) kB$/m);
  return Number(kilobytes) * 1024;
}
