import { join } from "node:path";
import { run as runProgram } from "./process.mjs";

/** SQLite by its own program, on a database in a file. */
export function openDatabase(folder) {
  const file = join(folder, "register.sqlite");
  const run = (sql) => runProgram("sqlite3", ["-bail", file], { input: `${sql};\n` });
  return {
    pids: [process.pid],
    looseText: "TEXT COLLATE NOCASE",
    run,
    load: (path) => run(`.import --csv --skip 1 ${path} cases\nSELECT 1`),
    save: (sql, path) => run(`.mode list\n.separator "\\t"\n.output ${path}\n${sql}`),
    close: () => {},
  };
}
