import { block, element, empty, type Markup } from "../xml.js";
import { CASE, type Decision, requirementId } from "./decision.js";

/** How the decisions are drawn: each above what it needs, what is known at the foot. */
export function diagramXml(decisions: readonly Decision[]): Markup {
  const places = placesOf(rowsOf(decisions));
  const shapes = [...places].map(([id, place]) => shapeXml(id, place));
  const edges = decisions.flatMap(({ id, needs, needsCase }) =>
    [...needs, ...(needsCase ? [CASE] : [])].map((from) => edgeXml(places, from, id)),
  );
  return block("dmndi:DMNDI", {}, [block("dmndi:DMNDiagram", { id: "diagram" }, [...shapes, ...edges])]);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const BOX = { width: 180, height: 80 };
const GAP = { across: 40, down: 120 };

/** The rows of a drawing, the uppermost first: no decision stands beside or below one that it needs. */
function rowsOf(decisions: readonly Decision[]): string[][] {
  const height = (id: string): number => {
    const needs = decisions.find((decision) => decision.id === id)?.needs ?? [];
    return 1 + Math.max(0, ...needs.map(height));
  };
  const ids = decisions.map(({ id }) => id);
  const highest = Math.max(...ids.map(height));
  const rows = Array.from({ length: highest }, (_, row) => ids.filter((id) => height(id) === highest - row));
  return [...rows, [CASE]];
}

function placesOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, Place> {
  const widthOf = (row: readonly string[]): number => row.length * (BOX.width + GAP.across);
  const widest = Math.max(...rows.map(widthOf));
  return new Map(
    rows.flatMap((row, down) =>
      row.map((id, across): [string, Place] => {
        const left = (widest - widthOf(row)) / 2;
        return [id, { x: left + across * (BOX.width + GAP.across), y: down * (BOX.height + GAP.down) }];
      }),
    ),
  );
}

function shapeXml(id: string, { x, y }: Place): Markup {
  return element("dmndi:DMNShape", { id: `${id}-shape`, dmnElementRef: id }, empty("dc:Bounds", { x, y, ...BOX }));
}

/** From the head of what is needed to the foot of what needs it. */
function edgeXml(places: ReadonlyMap<string, Place>, from: string, to: string): Markup {
  const [start, finish] = [from, to].map((id) => places.get(id) as Place) as [Place, Place];
  const requirement = requirementId(from, to);
  return element(
    "dmndi:DMNEdge",
    { id: `${requirement}-edge`, dmnElementRef: requirement },
    empty("di:waypoint", { x: start.x + BOX.width / 2, y: start.y }),
    empty("di:waypoint", { x: finish.x + BOX.width / 2, y: finish.y + BOX.height }),
  );
}
