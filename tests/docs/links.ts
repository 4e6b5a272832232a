import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The Markdown files of a folder, as paths from it, as links have them. What npm brought is not looked into. */
export function markdownIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory() && !["node_modules", ".git"].includes(entry.name))
      return markdownIn(join(folder, entry.name)).map((path) => `${entry.name}/${path}`);
    return entry.name.endsWith(".md") ? [entry.name] : [];
  });
}

/** The links of a folder's Markdown files that lead to no file of that folder, or to no heading of the file. */
export function brokenLinks(folder: string): string[] {
  return markdownIn(folder).flatMap((path) =>
    linksIn(join(folder, path)).flatMap((link) => (isSound(folder, path, link) ? [] : [`${path}: ${link}`])),
  );
}

/** Links to what lies beside it: those to the web are left alone. */
function linksIn(path: string): string[] {
  const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string);
  return links.filter((link) => !/^https?:/.test(link));
}

function isSound(folder: string, from: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? join(folder, from) : join(folder, dirname(from), path);
  if (relative(folder, target).startsWith("..") || !existsSync(target)) return false;
  return heading === undefined || headingsIn(target).includes(heading);
}

/** As GitHub names them. */
function headingsIn(path: string): string[] {
  const headings = [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => (heading as string).toLowerCase());
  return headings.map((heading) => heading.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-"));
}

function prose(path: string): string {
  return readFileSync(path, "utf8")
    .replaceAll(/^```.*?^```$/gms, "")
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ""));
}
