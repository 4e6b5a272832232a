import { expect, test } from "vitest";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { shippedTable } from "./shipped.js";

const shipped = shippedTable();

type Facts = Readonly<Record<string, string>>;

function canBe(facts: Facts): boolean {
  return !isContradiction(decide(shipped, { facts, particulars: {} }, "2026-11-28"));
}

const patientAsks: Facts = { instrument: "request", asker: "patient-side", "speaks-for": "patient" };
const advocate: Facts = { instrument: "request", asker: "patient-side", "speaks-for": "capacity-advocate" };
const executor: Facts = { instrument: "request", asker: "patient-side", "speaks-for": "personal-representative" };
const insurer: Facts = { instrument: "request", asker: "lawyer", claimant: "insurer-after-death" };
const examiner: Facts = { instrument: "request", asker: "death", "death-office": "medical-examiner" };
const coroner: Facts = { ...examiner, "death-office": "coroner", "coroner-subject": "died" };
const adult: Facts = { instrument: "no-demand", duty: "adult-abuse" };
const signed: Facts = {
  instrument: "request",
  asker: "lawyer",
  claimant: "solicitor-for-patient",
  "authority-shown": "yes",
  patient: "has-capacity",
};

test.each([
  ["a patient who asks can decide", patientAsks, "patient", ["has-capacity"]],
  ["a patient who asks does not refuse", patientAsks, "consent", ["given", "not-asked"]],
  ["an authority is none that the patient has taken back", signed, "consent", ["given", "not-asked"]],
  [
    "an advocate speaks for who cannot decide",
    advocate,
    "patient",
    ["child", "lacks-capacity", "may-decide-soon", "in-doubt"],
  ],
  ["an executor speaks for who has died", executor, "patient", ["deceased"]],
  ["an insurer asks about who has died", insurer, "patient", ["deceased"]],
  ["a medical examiner asks about who has died", examiner, "patient", ["deceased"]],
  ["a coroner asks about who has died, or says that it is somebody living", coroner, "patient", ["deceased"]],
  [
    "an adult at risk is alive and no child",
    adult,
    "patient",
    ["has-capacity", "lacks-capacity", "may-decide-soon", "in-doubt"],
  ],
] as const)("%s", (_, facts, fact, possible) => {
  const refused = fact === "consent" ? ["refused"] : Object.keys(shipped.table.facts["patient"]?.values ?? {});
  const values = [...new Set([...possible, ...refused])];
  expect(values.filter((value) => canBe({ ...facts, [fact]: value })).sort()).toEqual([...possible].sort());
});
