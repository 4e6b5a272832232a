// `parse-files.mjs FOLDER` reads each YAML file and parses it with the `yaml` package.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), "utf8"));
