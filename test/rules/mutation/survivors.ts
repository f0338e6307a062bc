/** Mutants that no test of their rule can tell from the rule, each with the reason. */
export const survivors: { readonly [mutant: string]: string } = {};
