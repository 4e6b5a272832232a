import { endsIn } from "../../diagram/apply.js";
import { end, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, not } from "../../diagram/logic.js";
import { rootsOf } from "../../table/compile.js";
import type { Bring } from "./laws.js";
import { possibleIn } from "./laws.js";
import { type ChangedRegion, describeChange, type Ground } from "./region.js";
import type { Space } from "./space.js";

/** Situations, possible under both laws, in which a notice is shown now and was not, or the other way about. */
export interface NoticeChange {
  readonly id: string;
  readonly change: "appears" | "disappears";
  readonly region: ChangedRegion;
}

/** In the new table's order; notices that are gone come last. */
export function findNoticeChanges(space: Space, ground: Ground, bring: Bring): NoticeChange[] {
  const { forest } = ground.draft;
  const roots = rootsOf(ground.draft);
  const before = bring(({ outcome }) => outcome);
  const both = and(forest, possibleIn(forest, before), possibleIn(forest, roots.outcome));
  const shown = (root: Ref): Ref => endsIn(forest, root, [YES]);
  const told = (id: string, change: NoticeChange["change"], region: Ref): NoticeChange[] =>
    region === end(NO) ? [] : [{ id, change, region: describeChange(ground, region) }];
  return [...new Set([...Object.keys(roots.notices), ...Object.keys(space.old.notices)])].flatMap((id) => {
    const before = shown(bring(({ notices }) => notices[id] ?? end(NO)));
    const after = shown(roots.notices[id] ?? end(NO));
    return [
      ...told(id, "appears", and(forest, both, after, not(forest, before))),
      ...told(id, "disappears", and(forest, both, before, not(forest, after))),
    ];
  });
}
