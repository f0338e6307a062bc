import { UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { type FlagName, flagNames, flagOf, isFlagName } from './flags.ts';
import type { Use } from './read-argv.ts';

/** The flags that stand on the command line, checked; a switch has the value `true` or `false`. */
export type Given = ReadonlyMap<FlagName, readonly string[]>;

export const valueOfFlag = (given: Given, name: FlagName): string | undefined => given.get(name)?.[0];
export const valuesOfFlag = (given: Given, name: FlagName): readonly string[] | undefined => given.get(name);
export const isOn = (given: Given, name: FlagName): boolean | undefined =>
  given.has(name) ? valueOfFlag(given, name) === 'true' : undefined;

/** Throws for a flag that is not known, is not for this command, or does not have what it takes. */
export function givenFlags(uses: readonly Use[], command: { name: string; flags: readonly FlagName[] }): Given {
  const given = new Map<FlagName, readonly string[]>();
  for (const use of uses) {
    const { name, isNegated } = knownFlag(use);
    if (!command.flags.includes(name)) throw new UsageError(`${use.spelling} is no flag of ${command.name}`);
    const earlier = given.get(name);
    const values = checkedValues(use, name, isNegated);
    if (earlier !== undefined) refuseRepeat(use, name, earlier, values);
    given.set(name, [...new Set([...(earlier ?? []), ...values])]);
  }
  if (given.has('quiet') && given.has('verbose')) throw new UsageError('give --quiet or --verbose, not both');
  return given;
}

const allSpellings = flagNames.flatMap((name) => (flagOf(name).negatable ? [name, `no-${name}`] : [name]));

function knownFlag({ name, spelling }: Use): { name: FlagName; isNegated: boolean } {
  if (isFlagName(name)) return { name, isNegated: false };
  const positive = name.replace(/^no-/, '');
  if (positive !== name && isFlagName(positive) && flagOf(positive).negatable) {
    return { name: positive, isNegated: true };
  }
  const meant = nearest(name, allSpellings);
  throw new UsageError(`unknown flag ${spelling}${meant === undefined ? '' : `; did you mean --${meant}?`}`);
}

function checkedValues(use: Use, name: FlagName, isNegated: boolean): readonly string[] {
  const { type, value } = flagOf(name);
  if (type === 'switch') {
    if (use.values.length > 0) throw new UsageError(`${use.spelling} takes no value`);
    return [String(!isNegated)];
  }
  const values = use.values.flatMap((text) => splitters[type](text));
  if (use.lacksValue || values.includes('')) {
    throw new UsageError(`${use.spelling} needs a value: --${name} ${value ?? 'VALUE'}`);
  }
  return values;
}

const names = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
const whole = (text: string): readonly string[] => [text];

/** `pretty,json=a,b.json` is two formats, the second to the file `a,b.json`. */
function formats(text: string): readonly string[] {
  const equals = text.indexOf('=');
  if (equals < 0) return names(text);
  const heads = names(text.slice(0, equals));
  return [...heads.slice(0, -1), `${heads.at(-1) ?? ''}${text.slice(equals)}`];
}

const splitters = { value: whole, paths: whole, pairs: whole, list: names, formats };

function refuseRepeat(use: Use, name: FlagName, earlier: readonly string[], values: readonly string[]): void {
  const { type } = flagOf(name);
  if (type === 'value') throw new UsageError(`${use.spelling} is given twice; it takes one value`);
  if (type === 'switch' && earlier[0] !== values[0]) throw new UsageError(`give --${name} or --no-${name}, not both`);
}
