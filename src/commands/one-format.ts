import { UsageError } from '../errors.ts';
import { type Given, valuesOfFlag } from './given-flags.ts';
import { knownName } from './known-name.ts';

/** The format of a command that prints one text to stdout; the first of `known` where none is given. */
export function oneFormat<const Name extends string>(
  given: Given,
  command: string,
  known: readonly [Name, ...Name[]],
): Name {
  const [format, ...others] = valuesOfFlag(given, 'format') ?? [known[0]];
  const names = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
  if (others.length > 0) throw new UsageError(`${command} takes one --format: ${names}, to stdout`);
  return knownName(`format of ${command}`, format ?? '', known);
}
