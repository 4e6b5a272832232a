import { certify } from "../../audit/certificate.js";
import { EXIT } from "../../report/exit-code.js";
import type { CertificateReport } from "../../report/report.js";
import { certificateData } from "../../report/table/export/certificate.js";
import type { OpenTable } from "../open-table.js";
import { answered, failed, type Outcome } from "../outcome.js";

/** Gives what a stranger needs to check a table without this program. */
export function certifyTable({ file, compiled }: OpenTable): Outcome<CertificateReport> {
  const certificate = certify(compiled.table);
  if (certificate === undefined)
    return failed(
      EXIT.badRules,
      `${file}: its law of all days together is too large for a certificate. None was given.`,
    );
  return answered({ kind: "certificate", data: certificateData(compiled, certificate) });
}
