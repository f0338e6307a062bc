import type { Rule } from '../../rules/rule.ts';

/** Whether a rule judges things of that kind. */
export const concerns = ({ target }: Rule, kind: string): boolean => [target].flat().includes(kind);
