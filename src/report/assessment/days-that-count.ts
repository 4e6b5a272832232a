import type { DueDate } from "./assessment.js";

/** The dates to act by: what has to be done, or where nothing has, what may be done; never the end of an embargo. */
export function daysThatCount<One extends Pick<DueDate, "embargo" | "chance">>(dates: readonly One[]): One[] {
  const limits = dates.filter(({ embargo }) => !embargo);
  const binding = limits.filter(({ chance }) => !chance);
  return binding.length > 0 ? binding : limits;
}
