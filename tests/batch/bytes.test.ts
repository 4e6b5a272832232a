import fc from "fast-check";
import { expect, test } from "vitest";
import { putNumber } from "../../src/batch/fast/bytes.js";

test("a number is put as it is written", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.nat(),
        fc.maxSafeNat(),
        fc.nat(16).map((power) => 10 ** power - 1),
      ),
      (number) => {
        const out = new Uint8Array(20);
        expect(new TextDecoder().decode(out.subarray(0, putNumber(out, 2, number))).slice(2)).toBe(String(number));
      },
    ),
  );
});
