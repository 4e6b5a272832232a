// Z3, which proves that nothing can hold or finds where it does. It is in JavaScript since it is installed for these
// tests alone.
import { init, killThreads } from "z3-solver";

const { Context, em } = await init();

/** Terms, and what is known of them. */
export function newSolver() {
  const { And, AtLeast, AtMost, Bool, Not, Or, Solver, isTrue } = new Context("main");
  const solver = new Solver();
  return {
    variable: (name) => Bool.const(name),
    all: (terms) => And(...terms),
    any: (terms) => Or(...terms),
    not: (term) => Not(term),
    atLeast: (count, terms) => AtLeast(terms, count),
    atMost: (count, terms) => AtMost(terms, count),
    add: (term) => solver.add(term),
    find: async (...terms) => {
      const answer = await solver.check(...terms);
      if (answer === "unknown") throw new Error(solver.reasonUnknown());
      const model = answer === "sat" && solver.model();
      return model ? (term) => isTrue(model.eval(term, true)) : undefined;
    },
  };
}

/** Its threads would keep a process alive. */
export function stop() {
  return killThreads(em);
}
