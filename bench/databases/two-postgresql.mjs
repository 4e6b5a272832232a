import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { openDatabase as openOne } from "./postgresql.mjs";

const HOW_IT_BEGINS = "CREATE TABLE assessed AS ";

/** A register on two servers: each works out its own rows, and the first is asked for all of them. */
export async function openDatabase(folder) {
  const [first, second] = [await openOne(folder), await openOne(folder)];
  const both = [first, second];
  first.run(`CREATE EXTENSION postgres_fdw;
    CREATE SERVER second FOREIGN DATA WRAPPER postgres_fdw
      OPTIONS (host '${second.folder}', dbname 'postgres', async_capable 'true');
    CREATE USER MAPPING FOR tester SERVER second OPTIONS (user 'tester', password_required 'false')`);
  return {
    dialect: "postgresql",
    pids: both.flatMap(({ pids }) => pids.slice(1)),
    looseText: first.looseText,
    run: (sql) => (sql.startsWith(HOW_IT_BEGINS) ? gather(sql.slice(HOW_IT_BEGINS.length)) : onBoth(sql)),
    load: (path) => {
      for (const [index, half] of halves(path).entries()) take(both[index], half, `${path}.${index}`);
    },
    save: first.save,
    close: () => Promise.all(both.map(({ close }) => close())),
  };

  function onBoth(sql) {
    for (const one of both) one.run(`${sql}${sql.startsWith("DROP") ? " CASCADE" : ""}`);
  }

  function gather(expression) {
    for (const one of both) one.run(`CREATE VIEW here AS ${expression}`);
    first.run(`DROP SCHEMA IF EXISTS there CASCADE;
      CREATE SCHEMA there;
      IMPORT FOREIGN SCHEMA public LIMIT TO (here) FROM SERVER second INTO there;
      CREATE TABLE assessed AS SELECT * FROM here UNION ALL SELECT * FROM there.here`);
  }
}

function take(database, text, path) {
  writeFileSync(path, text);
  database.load(path);
  rmSync(path);
}

/** The lines of a register, each of the two with its headings. */
function halves(path) {
  const [headings, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const half = Math.ceil(lines.length / 2);
  return [lines.slice(0, half), lines.slice(half)].map((some) => `${[headings, ...some].join("\n")}\n`);
}
