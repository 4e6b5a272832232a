// `parse-csv.mjs stream|sync FILE` parses each row of a spreadsheet with the `csv-parse` package and drops it.
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";

// the very version that the program has in it
const require = createRequire(new URL("../../package.json", import.meta.url));
const [way, file] = process.argv.slice(2);
let count = 0;
if (way === "sync") {
  const on_record = () => {
    count += 1;
    return null;
  };
  require("csv-parse/sync").parse(readFileSync(file), { on_record });
} else {
  for await (const _ of createReadStream(file).pipe(require("csv-parse").parse())) count += 1;
}
console.log(count);
