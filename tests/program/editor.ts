import { pathToFileURL } from "node:url";
import { execa } from "execa";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node.js";

/** An editor that asks yaml-language-server about files of this repository, as VS Code, Neovim and others do. */
export interface Editor {
  /** Opens a text in the folder of a file and tells what is underlined, as `"underlined text" message`. */
  readonly underlined: (path: string, text: string) => Promise<string[]>;
  /** What is offered where `¦` stands, each with the words beside it. */
  readonly offered: (path: string, text: string) => Promise<Record<string, string>>;
  /** What is shown to a pointer that rests where `¦` stands. */
  readonly shown: (path: string, text: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openEditor(): Promise<Editor> {
  const server = execa("yaml-language-server", ["--stdio"], { preferLocal: true, buffer: false, stderr: "inherit" });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const open = opener(connection);
  await greet(connection);
  return {
    underlined: async (path, text) => {
      const { diagnostics } = await open(path, text);
      return diagnostics.map(({ range, message }) => `"${between(text, range)}" ${message}`);
    },
    offered: async (path, text) => {
      const { items } = await connection.sendRequest<Offer>("textDocument/completion", await pointAt(open, path, text));
      return Object.fromEntries(items.map(({ label, documentation = "" }) => [label, documentation]));
    },
    shown: async (path, text) => {
      const { contents } = await connection.sendRequest<Hover>("textDocument/hover", await pointAt(open, path, text));
      return contents.value.replaceAll(/\\(?=[^\w\s])/g, ""); // the server escapes what could be markup
    },
    close: async () => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await server;
    },
  };
}

/** Nothing here asks for the network: no catalogue of schemas, and telemetry is off. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
  "redhat.telemetry": { enabled: false },
};

const CAPABILITIES = { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } };

/** Settles when the server has been told the settings. */
async function greet(connection: MessageConnection): Promise<void> {
  const told = new Promise<void>((resolve) => {
    connection.onRequest("workspace/configuration", ({ items }: { readonly items: { readonly section: string }[] }) => {
      resolve();
      return items.map(({ section }) => SETTINGS[section] ?? null);
    });
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  await connection.sendNotification("initialized", {});
  await told;
}

interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly { readonly range: Range; readonly message: string }[];
}

type Offer = { readonly items: readonly { readonly label: string; readonly documentation?: string }[] };
type Hover = { readonly contents: { readonly value: string } };
type Open = (path: string, text: string) => Promise<Diagnostics>;

/** Opens each text under a name of its own, in the folder of the file: from there its schema is looked for. */
function opener(connection: MessageConnection): Open {
  const waiting = new Map<string, (found: Diagnostics) => void>();
  connection.onNotification("textDocument/publishDiagnostics", (found: Diagnostics) => waiting.get(found.uri)?.(found));
  return (path, text) => {
    const uri = `${pathToFileURL(path)}.${waiting.size}.yaml`;
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    return new Promise((resolve, reject) => {
      waiting.set(uri, resolve);
      connection.sendNotification("textDocument/didOpen", { textDocument }).catch(reject);
    });
  };
}

async function pointAt(open: Open, path: string, text: string) {
  const [before = "", after = ""] = text.split("¦");
  const { uri } = await open(path, `${before}${after}`);
  const lines = before.split("\n");
  return { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function between(text: string, { start, end }: Range): string {
  const lines = text.split("\n").map((line) => `${line}\n`);
  const offset = ({ line, character }: Place): number => lines.slice(0, line).join("").length + character;
  return text.slice(offset(start), offset(end));
}
