import fc from "fast-check";
import { expect, test } from "vitest";
import { newSituationIndex, newValues } from "../../../src/diagram/search/situation-index.js";

test("situations are numbered as they come, the same ones alike, and from nothing again once it is cleared", () => {
  const situation = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.array(situation, { maxLength: 100 }), (most, situations) => {
      const index = newSituationIndex(3, most);
      const met: string[] = [];
      for (const values of situations) {
        if (met.length === most) {
          index.clear();
          met.length = 0;
        }
        if (!met.includes(values.join())) met.push(values.join());
        const room = newValues(3);
        room.set(values);
        expect(index.numberOf(room)).toBe(met.indexOf(values.join()));
        expect(index.size).toBe(met.length);
      }
    }),
    { numRuns: 500 },
  );
});
