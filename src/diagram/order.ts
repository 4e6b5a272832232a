/**
 * An order of the variables that brings together those that are tested together: FORCE (Aloul, Markov and
 * Sakallah, GLSVLSI 2003). Each group pulls its variables to its centre until the groups spread no less.
 *
 * @param groups the variables that each condition tests, as numbers in the present order
 * @returns the variables in their new order
 */
export function orderByForce(variables: number, groups: readonly (readonly number[])[]): number[] {
  let order = Array.from({ length: variables }, (_, variable) => variable);
  for (let spread = spreadOf(order, groups); ; ) {
    const next = pull(order, groups);
    const nextSpread = spreadOf(next, groups);
    if (nextSpread >= spread) return order;
    [order, spread] = [next, nextSpread];
  }
}

function pull(order: readonly number[], groups: readonly (readonly number[])[]): number[] {
  const place = placesOf(order);
  const centre = (group: readonly number[]): number => mean(group.map((variable) => place[variable] as number));
  const centres = groups.map(centre);
  const wanted = order.map((_, variable) => {
    const pulls = centres.filter((_, index) => groups[index]?.includes(variable));
    return pulls.length === 0 ? (place[variable] as number) : mean(pulls);
  });
  return [...order].sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
}

function spreadOf(order: readonly number[], groups: readonly (readonly number[])[]): number {
  const place = placesOf(order);
  const spans = groups.map((group) => {
    const places = group.map((variable) => place[variable] as number);
    return places.length === 0 ? 0 : Math.max(...places) - Math.min(...places);
  });
  return spans.reduce((sum, span) => sum + span, 0);
}

function placesOf(order: readonly number[]): number[] {
  const place = new Array<number>(order.length);
  order.forEach((variable, index) => {
    place[variable] = index;
  });
  return place;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
