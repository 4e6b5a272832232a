/** A model as dmn-moddle reads it, with all that it had to remark. */
export interface Model {
  readonly root: object;
  readonly warnings: readonly string[];
  readonly decisions: readonly { readonly id: string }[];
}

export function readModel(xml: string): Promise<Model>;
export function writeModel(model: Model): Promise<string>;

/** What a decision comes to in a context that has the input data. */
export function newEngine(model: Model): (id: string, inputs: { readonly case: object }) => unknown;
