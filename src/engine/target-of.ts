import type { Rule } from '../rules/rule.ts';
import type { Item } from './item.ts';

const kindsOf = ({ target }: Rule): readonly string[] => [target].flat();

/** Whether a rule judges things of that kind. */
export const concerns = (rule: Rule, kind: string): boolean => kindsOf(rule).includes(kind);

/** Whether a rule judges this thing. What may be of another kind too is judged by rules about both. */
export const judges = (rule: Rule, { kind, mayBe }: Item): boolean =>
  concerns(rule, kind) && (mayBe === undefined || concerns(rule, mayBe));
