import type { CertificateData } from "../report/table/export/certificate.js";

/** JSON in which each item of a list has a line of its own: two certificates can be compared line by line. */
export function formatCertificate(data: CertificateData): string {
  const fields = Object.entries(data).map(([name, value]) => `${JSON.stringify(name)}: ${written(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

function written(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}
