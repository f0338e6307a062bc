import { z } from 'zod';
import type { Fault } from '../errors.ts';
import { faultAt, type JsonFile, pointerOf } from '../json-file.ts';
import { didYouMean, expectedOneOf } from '../nearest.ts';

/** An object with these members and no other; of an unknown one the message names the nearest. */
export const members = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    // One line a key: the fault of each key stands at that key.
    error: (issue) =>
      issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
        ? issue.keys.map((key) => `unknown member "${key}"${expectedOneOf(String(key), Object.keys(shape))}`).join('\n')
        : undefined,
  });

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Mistake = { readonly path: Path; readonly message: string };

/** What zod found, with the place of each member and in words for people. */
export const schemaFaults = (json: JsonFile, error: z.ZodError): readonly Fault[] =>
  schemaMistakes(json.value, error).map(({ path, message }) => faultAt(json, pointerOf(path), message));

export const schemaMistakes = (root: unknown, { issues }: z.ZodError): readonly Mistake[] =>
  issues.flatMap((issue) => mistakes(issue, root, []));

function mistakes(issue: Issue, root: unknown, base: Path): readonly Mistake[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const lines = issue.message.split('\n');
    return issue.keys.map((key, index) => ({ path: [...path, key], message: lines[index] ?? issue.message }));
  }
  if (issue.code === 'invalid_union') return unionMistakes(issue, root, path);
  return [{ path, message: missing(root, path) ?? messageOf(issue, valueAt(root, path)) }];
}

/** zod tells what is wrong with every alternative; people want to hear of the one that they meant. */
function unionMistakes(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  root: unknown,
  path: Path,
): readonly Mistake[] {
  const value = valueAt(root, path);
  const ranked = issue.errors
    .map((issues) => ({ issues, distance: distance(issues, value) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined || best.distance >= otherType || best.distance === second?.distance) {
    return [{ path, message: missing(root, path) ?? issue.message }];
  }
  return best.issues.flatMap((each) => mistakes(each, root, path));
}

const otherType = 100;

/** How far a value is from one alternative: another type, else members too many or too few. */
const distance = (issues: readonly Issue[], value: unknown): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return sum + issue.keys.length;
    if (issue.path.length === 0) return sum + (isMisspelt(issue, value) ? 1 : otherType);
    return sum + (issue.path.length === 1 && valueAt(value, issue.path) === undefined ? 1 : 0);
  }, 0);

/** One word of several, but none of them. */
const isMisspelt = (issue: Issue, value: unknown): boolean =>
  issue.code === 'invalid_value' && issue.values.length > 1 && typeof value === 'string';

export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  );

const missing = (root: unknown, path: Path): string | undefined =>
  path.length > 0 && valueAt(root, path) === undefined ? `the member "${String(path.at(-1))}" is missing` : undefined;

function messageOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${typeNames[issue.expected] ?? issue.expected}, got ${shown(value)}${inQuotes(issue.expected, value)}`;
    case 'invalid_value':
      return oneOfMessage(issue.values.map(String), value);
    case 'too_small':
      return issue.origin === 'number'
        ? `expected at least ${issue.minimum}, got ${shown(value)}`
        : 'must not be empty';
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

/** An account id, which as a number loses the zeros that it may begin with. */
const inQuotes = (expected: string, value: unknown): string =>
  expected === 'string' && typeof value === 'number' && /^\d{9,12}$/.test(String(value)) ? ': put it in quotes' : '';

const oneOfMessage = (values: readonly string[], value: unknown): string => {
  const hint = typeof value === 'string' ? didYouMean(value, values) : '';
  return `expected one of ${values.map((each) => `"${each}"`).join(', ')}, got ${shown(value)}${hint}`;
};

const typeNames: { readonly [type: string]: string } = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const longest = 60;

export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};
