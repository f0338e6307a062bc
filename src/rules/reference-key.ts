import { type PathStep, pathSteps } from './path.ts';
import { type FactRef, isReference, type Reference } from './rule.ts';

/** Where `params` takes a fact, a bare name is short for a reference. */
export const asReference = (fact: FactRef): Reference => (typeof fact === 'string' ? { fact } : fact);

/** The key of a fact before its path. */
export const factKey = ({ fact, params }: Reference): string =>
  stepKey(params === undefined ? fact : `${fact}${canonical(params)}`, '');

/** Each step ends in a mark that no name holds, so that `a.b` is no prefix of `a.bc`. */
export const stepKey = (key: string | PathStep, before: string): string => `${before}${key}\u0000`;

export const referenceKey = (reference: Reference): string =>
  pathSteps(reference.path ?? '').reduce<string>((key, step) => stepKey(step, key), factKey(reference));

const factMembers: ReadonlySet<string> = new Set(['fact', 'from', 'to']);

/** One text for all spellings: members sorted, bare names written out, a path as its steps. */
function canonical(value: unknown, member = ''): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, member)).join()}]`;
  if (typeof value === 'string' && factMembers.has(member)) return canonical({ fact: value });
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, each]) => {
    const text =
      name === 'path'
        ? JSON.stringify(pathSteps(String(each)))
        : canonical(each, isReference(value) && name === 'fact' ? '' : name);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${entries.sort().join()}}`;
}
