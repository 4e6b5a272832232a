import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CertificateData } from "../../src/report/table/export/certificate.js";

interface Verifier {
  readonly verify: (bytes: Uint8Array, certificate: CertificateData) => string;
  readonly readYaml: (text: string) => unknown;
}

/** What the verifier is made of. It exports nothing, and always runs: a script that did neither would pass for a yes. */
export async function partsOfVerifier(): Promise<Verifier> {
  const text = readFileSync("verify-certificate.mjs", "utf8");
  const parts = text.replace(/^process\.exitCode = .*\n$/m, "export { readYaml, verify };\n");
  const folder = mkdtempSync(join(tmpdir(), "verifier-"));
  writeFileSync(join(folder, "parts.mjs"), parts);
  try {
    return await import(pathToFileURL(join(folder, "parts.mjs")).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
