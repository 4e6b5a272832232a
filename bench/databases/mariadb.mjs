import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answers, runAsOther, run as runProgram, serverFolder, startServer } from "./process.mjs";

/** A MariaDB of its own, which nobody reaches but by its folder. */
export async function openDatabase() {
  const home = serverFolder();
  const own = ["--no-defaults", `--datadir=${home}/data`, `--tmpdir=${home}`];
  runAsOther("mariadb-install-db", [...own, "--auth-root-authentication-method=normal", "--skip-test-db"]);
  const socket = join(home, "socket");
  const to = ["--no-defaults", "--default-character-set=utf8mb4", `--socket=${socket}`, "--user=root"];
  const server = await startServer(
    home,
    "mariadbd",
    [...own, `--socket=${socket}`, "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"],
    () => answers("mariadb-admin", [...to, "ping"]),
  );
  runProgram("mariadb", [...to, "-e", "CREATE DATABASE register CHARACTER SET utf8mb4"]);
  const run = (sql) => runProgram("mariadb", [...to, "--local-infile=1", "-BNr", "register"], { input: `${sql};\n` });
  return {
    pids: [process.pid, server.pid],
    looseText: "VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
    run,
    load: (path) =>
      run(
        `LOAD DATA LOCAL INFILE '${path}' INTO TABLE cases CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' IGNORE 1 LINES`,
      ),
    save: (sql, path) => writeFileSync(path, run(sql)),
    close: server.stop,
  };
}
