import { UsageError } from '../errors.ts';
import { expectedOneOf } from '../nearest.ts';

/** The name, if it is one of those; else the error says which it may have been, or which there are. */
export function knownName<const Name extends string>(what: string, name: string, known: readonly Name[]): Name {
  const found = known.find((each) => each === name);
  if (found !== undefined) return found;
  throw new UsageError(`unknown ${what} ${JSON.stringify(name)}${expectedOneOf(name, known)}`);
}
