import { UsageError } from '../errors.ts';
import { expectedOneOf } from '../nearest.ts';
import type { LoadedRule } from './rule.ts';

/** Whatever takes a rule's id takes its name. */
export const findRule = (rules: readonly LoadedRule[], idOrName: string): LoadedRule | undefined =>
  rules.find(({ rule }) => rule.id === idOrName || rule.name === idOrName);

export const unknownRule = (rules: readonly LoadedRule[], idOrName: string): string =>
  `unknown rule "${idOrName}"${expectedOneOf(
    idOrName,
    rules.flatMap(({ rule }) => [rule.id, rule.name]),
  )}`;

export function knownRule(rules: readonly LoadedRule[], idOrName: string): LoadedRule {
  const found = findRule(rules, idOrName);
  if (found === undefined) throw new UsageError(unknownRule(rules, idOrName));
  return found;
}
