import fc from "fast-check";
import { expect, test } from "vitest";
import { figure } from "../../src/report/words.js";

test("the thousands of a whole number stand apart, as the British write it", () => {
  const whole = fc.oneof(
    fc.maxSafeNat(),
    fc.maxSafeInteger(),
    fc.bigInt(),
    fc.constantFrom(0, 999, 1_000, -1_000, 10n ** 30n),
  );
  fc.assert(
    fc.property(whole, (count) => {
      expect(figure(count)).toBe(count.toLocaleString("en-GB"));
    }),
  );
});
