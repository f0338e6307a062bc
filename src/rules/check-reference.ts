import { functionNames, globalNames } from '../catalogue/functions.ts';
import { kindSpec } from '../catalogue/kinds.ts';
import { expectedOneOf } from '../nearest.ts';
import { checkFunction } from './check-function.ts';
import { recordFact, walkPath } from './check-path.ts';
import type { Resolved, View } from './check-view.ts';
import { kindFact, kindFactNames } from './kind-fact.ts';
import { pathSteps } from './path.ts';
import { factKey } from './reference-key.ts';
import type { Reference } from './rule.ts';
import { describeType } from './value-type.ts';

/** What a reference yields; undefined where something in it is wrong (which is then a fault). */
export function checkReference(reference: Reference, pointer: string, view: View): Resolved | undefined {
  const steps = pathSteps(reference.path ?? '');
  const start = checkFact(reference, pointer, view);
  if (start === undefined) return undefined;
  if (steps.length === 0 && (reference.fact === 'parameters' || reference.fact === 'target')) {
    const whole = start.type.type === 'parameters' ? 'the object of all parameters' : describeType(start.type);
    view.notes.fault(
      `${pointer}/fact`,
      `"${reference.fact}" is ${whole}: name what is meant in "path", such as "$.name"`,
    );
    return undefined;
  }
  return walkPath(start, steps, `${pointer}/path`, view);
}

function checkFact(reference: Reference, pointer: string, view: View): Resolved | undefined {
  const { fact, params } = reference;
  const key = factKey(reference);
  if (functionNames.includes(fact)) return checkFunction(reference, pointer, view);
  if (params !== undefined) view.notes.fault(`${pointer}/params`, `"${fact}" takes no params: only a function does`);
  if (fact === 'parameters') return { type: { type: 'parameters' }, name: '', key, absentAt: [] };
  if (fact === 'asOf') return { type: { type: 'date' }, name: fact, key, absentAt: [] };
  if (fact === 'target' && view.related) {
    return { type: { type: 'record', kind: view.targetKind }, name: fact, key, absentAt: [] };
  }
  if (!view.related && view.named.has(fact)) return view.named.get(fact);
  if (kindFact(view.spec, fact) === undefined) {
    view.notes.fault(`${pointer}/fact`, whyUnknown(fact, view));
    return undefined;
  }
  const [next] = pathSteps(reference.path ?? '');
  return recordFact({ name: '', key: '', absentAt: [] }, view.kind, fact, { next, pointer: `${pointer}/fact`, view });
}

function whyUnknown(fact: string, view: View): string {
  const { kind, spec, related } = view;
  if (Object.hasOwn(spec.toMany, fact)) {
    return `"${fact}" is a to-many relation of ${kind}, no fact: ask over it with a function, such as { "fact": "count", "params": { "of": "${fact}" } }`;
  }
  if (view.later.includes(fact)) return `the named fact "${fact}" is not known yet: a named fact sees those above it`;
  if (related && view.named.has(fact)) {
    return `"${fact}" is a named fact: a where sees the facts of ${kind}, "parameters", "asOf" and "target"`;
  }
  if (fact === 'target') return '"target" is for where alone: here the target\'s facts are named as they are';
  return `unknown fact "${fact}" of ${kind}${elsewhere(fact, view) ?? expectedOneOf(fact, visibleNames(view))}`;
}

/** In a `where` people write the target's fact as they do outside. */
function elsewhere(fact: string, { related, targetKind }: View): string | undefined {
  const spec = kindSpec(targetKind);
  return related && spec !== undefined && kindFactNames(spec).includes(fact)
    ? `; of the target (${targetKind}) it is { "fact": "target", "path": "$.${fact}" }`
    : undefined;
}

const visibleNames = ({ spec, related, named }: View): readonly string[] => [
  ...kindFactNames(spec),
  ...functionNames,
  ...globalNames.filter((name) => related || name !== 'target'),
  ...(related ? [] : named.keys()),
];
