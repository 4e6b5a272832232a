import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Session } from "chdb";

/** The engine of ClickHouse within this process: `npm ci --prefix bench/databases` brings it. */
export function openDatabase(folder) {
  const session = new Session(join(folder, "clickhouse"));
  const run = (sql) => session.query(sql, "TSVRaw");
  run("CREATE DATABASE register ENGINE = Atomic");
  run("USE register");
  return {
    pids: [process.pid],
    looseText: "String",
    run,
    load: (path) => run(`INSERT INTO cases SELECT * FROM file('${path}', CSVWithNames)`),
    save: (sql, path) => writeFileSync(path, run(sql)),
    close: () => session.cleanup(),
  };
}
