// Bundles the program, in parts that are loaded when they are needed, and the library.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { noticesOf } from "./notices.mjs";

const root = join(import.meta.dirname, "..");
const src = join(root, "src");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Writes both into dist/, and tells the files that went into them, as paths from the folder of the package. */
export async function bundle(buildId) {
  const { metafile, outputFiles } = await build({
    entryPoints: parts().map((part) => ({ in: part, out: nameOf(part) })),
    define: {
      PACKAGE_VERSION: JSON.stringify(version),
      BUILD_ID: JSON.stringify(buildId),
      "import.meta.dirname": "__dirname",
    },
    absWorkingDir: root,
    outdir: join(root, "dist"),
    write: false,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    // the loader of the program runs it, and the library can be had by `import` and by `require`
    format: "cjs",
    supported: { "dynamic-import": false },
    plugins: [apart, late, withoutPrograms],
    logLevel: "warning",
    legalComments: "none", // they stand in the notices
    metafile: true,
    alias: {
      // the same code as a module, so that what is not used is left out
      yaml: "./node_modules/yaml/browser/index.js",
    },
  });
  mkdirSync(join(root, "dist"), { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
  return Object.keys({ ...metafile.inputs, ...(await bundlePage()) });
}

/** What is not ASCII stands in literals alone, and each such character would make V8 keep the text in twice the room. */
function inAscii(script) {
  return escaped(script, /[^\0-\x7f]/g);
}

/** Writes what runs in a page of questions, as one script, and tells the files that went into it. */
async function bundlePage() {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(src, "browser/main.ts")],
    define: { PACKAGE_VERSION: JSON.stringify(version) },
    absWorkingDir: root,
    write: false,
    bundle: true,
    minify: true,
    platform: "browser",
    target: ["chrome111", "firefox115", "safari16.4"],
    format: "iife",
    logLevel: "warning",
    legalComments: "none",
    metafile: true,
  });
  // a page goes out alone, so the licences of what is in it go out within it
  const notices = noticesOf(Object.keys(metafile.inputs)).join("\n\n").replaceAll("*/", "* /");
  writeFileSync(join(root, "dist/page.js"), withoutControls(`/*\n${notices}*/\n${outputFiles[0].text}`));
  return metafile.inputs;
}

/** Control characters stand in literals alone. What is printed has none, and the policy of a page goes by every letter. */
function withoutControls(script) {
  return escaped(script, /[^\n -~\u00a0-\uffff]/g);
}

function escaped(script, units) {
  return script.replaceAll(units, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What is stored when the program is built, and the manual, are made with these. */
const FOR_THE_BUILD = ["cli/system/stored/files.ts", "cli/manual.ts"];

/** What a thread of a batch runs: read as a text, and reached by no import. */
const THREAD = "cli/commands/batch/thread.ts";

/** The program, the library, what runs in a thread, and each module that is reached through `import()`. */
function parts() {
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith(".ts"));
  const reached = files.flatMap((file) => {
    const text = readFileSync(join(src, file), "utf8");
    return [...text.matchAll(/\bimport\("(\.[^"]*)"\)/g)].map(([, path]) => partAt(join(src, dirname(file)), path));
  });
  const named = ["cli/main.ts", "index.ts", THREAD, ...FOR_THE_BUILD].map((part) => join(src, part));
  return [...new Set([...named, ...reached])];
}

function partAt(folder, path) {
  return join(folder, path).replace(/\.js$/, ".ts");
}

/** The name of a file within `src`, with slashes. */
function nameWithin(part) {
  return relative(src, part).replaceAll("\\", "/");
}

/** `src/table/load.ts` becomes `table-load`, and the program `main`. */
function nameOf(part) {
  const name = nameWithin(part).replaceAll("/", "-").replace(/\.ts$/, "");
  return name === "cli-main" ? "main" : name;
}

const apart = {
  name: "apart",
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === "dynamic-import" ? { path: `./${nameOf(partAt(resolveDir, path))}.cjs`, external: true } : undefined,
    );
  },
};

/** Of what the library offers, what many do without and takes long to load, as part of the program: by its file. */
const LATE = { "table/load.ts": "loadTable", "source/read.ts": "readDocument" };

/** In the library it is loaded when it is first called. */
const late = {
  name: "late",
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ importer, path, resolveDir }) => {
      const part = partAt(resolveDir, path);
      const isLate = importer === join(src, "index.ts") && Object.hasOwn(LATE, nameWithin(part));
      return isLate ? { path: part, namespace: "late" } : undefined;
    });
    builder.onResolve({ filter: /./, namespace: "late" }, ({ path }) => ({ path, external: true }));
    builder.onLoad({ filter: /./, namespace: "late" }, ({ path }) => {
      const name = LATE[nameWithin(path)];
      return { contents: `export const ${name} = (source) => require("./${nameOf(path)}.cjs").${name}(source);` };
    });
  },
};

/** Commander starts subcommands that are programs of their own, which there are none of. */
const withoutPrograms = {
  name: "without-programs",
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: join(import.meta.dirname, "nothing.cjs") } : undefined,
    );
  },
};
