import type { Certificate } from "../../../audit/certificate.js";
import type { CompiledTable } from "../../../table/compiled.js";

/** A certificate as it is written, in the form that docs/certificate.md tells; counts are decimals, too long for numbers. */
export interface CertificateData extends Omit<Certificate, "situations" | "impossible" | "rules"> {
  readonly certificate: 1;
  readonly table: { readonly id: string; readonly edition: string };
  /** SHA-256 of the text of the table's file, in hexadecimal. */
  readonly digest: string;
  readonly situations: string;
  readonly impossible: readonly string[];
  readonly rules: readonly { readonly id: string; readonly decides: readonly string[] }[];
}

export function certificateData({ table, digest }: CompiledTable, certificate: Certificate): CertificateData {
  const { id, edition } = table.table;
  return {
    certificate: 1,
    table: { id, edition },
    digest,
    ...certificate,
    situations: String(certificate.situations),
    impossible: certificate.impossible.map(String),
    rules: certificate.rules.map(({ id, decides }) => ({ id, decides: decides.map(String) })),
  };
}
