import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { certify } from "../../src/audit/certificate.js";
import { type CertificateData, certificateData } from "../../src/report/table/export/certificate.js";
import { loadTable } from "../../src/table/load.js";
import { partsOfVerifier } from "../audit/verifier.js";
import { lawOf, type Written } from "./law.js";
import { decidingIn, flawsOf, situationsOf } from "./proofs.js";
import { pickFrom, randomTable, withFault } from "./random.js";
import { DAY, SEED, TIMES, tell } from "./trials.js";

const { verify } = await partsOfVerifier();

test("a certificate proves its table, and one with a mistake in it only where that comes to the same", () => {
  const pick = pickFrom(SEED);
  const kinds: string[] = [];
  while (kinds.length < 60 * TIMES) {
    const isTimed = kinds.length % 2 === 0;
    const table = randomTable(true, isTimed, pick);
    const certificate = certificateOf(table);
    if (certificate === undefined) continue;
    expect({ table, said: said(table, certificate) }).toMatchObject({ said: expect.stringMatching(/^yes: small 1/) });
    const { fault, table: other } = withFault(table, DAY, pick);
    if (!isTimed) expect([table, fault, said(other, certificate)]).toEqual([table, fault, expected(table, other)]);
    kinds.push(
      isTimed ? "of several periods" : expected(table, other) === SAME ? "of a harmless mistake" : "of a mistake",
    );
  }
  tell("certificates", kinds);
});

function textOf(table: Written): string {
  return stringify(table, { lineWidth: 0, aliasDuplicateObjects: false });
}

function certificateOf(table: Written): CertificateData | undefined {
  const loaded = loadTable({ name: "table", text: textOf(table) });
  const certificate = loaded.ok ? certify(loaded.value.table) : undefined;
  return loaded.ok && certificate ? certificateData(loaded.value, certificate) : undefined;
}

/** What the verifier says of a table, the digest being mended. */
function said(table: Written, certificate: CertificateData): string {
  const bytes = Buffer.from(textOf(table));
  try {
    return verify(bytes, { ...certificate, digest: createHash("sha256").update(bytes).digest("hex") });
  } catch (error) {
    return `no: ${(error as Error).message}`;
  }
}

const SAME = expect.stringMatching(/^yes: /);
const OTHERWISE = expect.stringMatching(/^no: (rules|promises), /);
const OF_ANOTHER = expect.stringMatching(/^no: /);

function expected(table: Written, other: Written): unknown {
  if (namesIn(table) !== namesIn(other)) return OF_ANOTHER;
  const [before, now] = [lawOf(table, DAY), lawOf(other, DAY)];
  const isSame = situationsOf(before).every((situation) => {
    const rules = decidingIn(now, situation);
    return rules.length === 1 && rules[0]?.id === decidingIn(before, situation)[0]?.id;
  });
  return isSame && flawsOf(now).size === 0 ? SAME : OTHERWISE;
}

/** What a certificate names one by one. */
function namesIn({ rules, invariants = [] }: Written): string {
  return [...rules, ...invariants].map(({ id }) => id).join(" ");
}
