/** What the tables of a model for the kinds of papers come to, all together. */
export function newTablesEngine(xml: string): Promise<(given: { readonly case: object }) => unknown>;
