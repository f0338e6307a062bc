/** Mutants that no test of their rule can tell from the rule, each with the reason. */
export const survivors: { readonly [mutant: string]: string } = {
  'BKP215 /when/all/6/any/0 dropped':
    'the guard that the loader asks for: without it, a name that is absent matches no pattern either',
};
