// Puts the licences of everything that is bundled beside it, or into what goes out alone: each asks for that.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE = /^(licen[cs]e|copying|notice)/i;

/** Writes one file for the packages that these files belong to, told as paths from the folder of the package. */
export function writeNotices(files) {
  const notices = noticesOf(files);
  const head = "The files in this folder contain code of the packages named here, under these licences.\n";
  writeFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), [head, ...notices].join(`\n${"-".repeat(80)}\n\n`));
}

/** The notice of each package that files belong to. */
export function noticesOf(files) {
  return foldersOf(files).map(notice);
}

/** The folder of each package that files belong to. */
export function foldersOf(files) {
  const folders = files.flatMap((file) => FOLDER.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const texts = readdirSync(join(root, folder)).filter((file) => LICENCE.test(file));
  if (texts.length === 0) throw new Error(`${folder} brings no text of its licence, so it must not be bundled`);
  return [
    `${name} ${version} (${license})\n`,
    ...texts.map((file) => readFileSync(join(root, folder, file), "utf8")),
  ].join("\n");
}
