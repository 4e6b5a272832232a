import { readdirSync } from "node:fs";
import { join } from "node:path";
import { answers, runAsOther, run as runProgram, serverFolder, startServer } from "./process.mjs";

const HOME = "/usr/lib/postgresql";

/** A PostgreSQL of its own, which nobody reaches but by its folder. */
export async function openDatabase() {
  const data = serverFolder();
  const programs = join(HOME, readdirSync(HOME).at(-1), "bin");
  runAsOther(join(programs, "initdb"), [
    "-D",
    join(data, "data"),
    "-U",
    "tester",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  const to = ["-h", data, "-U", "tester", "-d", "postgres"];
  const server = await startServer(
    data,
    join(programs, "postgres"),
    ["-D", join(data, "data"), "-k", data, "-h", "", "-F"],
    () => answers("pg_isready", to),
  );
  const run = (sql) => runProgram("psql", [...to, "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"], { input: `${sql};\n` });
  run("CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
  return {
    folder: data,
    pids: [process.pid, server.pid],
    looseText: "VARCHAR COLLATE loose",
    run,
    load: (path) => run(`\\copy cases FROM '${path}' (FORMAT csv, HEADER)\nANALYZE cases`),
    save: (sql, path) => run(`\\pset fieldsep '\\t'\n\\o ${path}\n${sql}`),
    close: server.stop,
  };
}
