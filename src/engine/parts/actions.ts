import { compareText } from '../../inventory/scope.ts';
import { matches } from '../operators.ts';

/** One text or a list of them, as IAM takes both; undefined for anything else. */
export function textsIn(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = [value].flat();
  const texts = list.filter((each) => typeof each === 'string');
  return texts.length === list.length ? texts : undefined;
}

/**
 * The actions that patterns mean, whatever their case, or all others. An action that no table knows stays as it is written:
 * AWS adds to them.
 */
export function actionsOf(
  patterns: readonly string[],
  isOpposite: boolean,
  known: readonly string[],
): readonly string[] {
  const lower = patterns.map((pattern) => pattern.toLowerCase());
  const isMeant = (action: string): boolean => lower.some((pattern) => matches(pattern, action.toLowerCase()));
  if (isOpposite) return known.filter((action) => !isMeant(action));
  const names = new Set(known.map((action) => action.toLowerCase()));
  const strange = patterns.filter((pattern) => !/[*?]/.test(pattern) && !names.has(pattern.toLowerCase()));
  return [...new Set([...known.filter(isMeant), ...strange])].sort(compareText);
}
