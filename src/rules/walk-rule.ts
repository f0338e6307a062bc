import { functionNames, globalNames } from '../catalogue/functions.ts';
import { type KindSpec, kindNames, kindSpec } from '../catalogue/kinds.ts';
import { expectedOneOf } from '../nearest.ts';
import { checkCondition } from './check-condition.ts';
import { checkMessage, checkRoot } from './check-message.ts';
import { checkReference } from './check-reference.ts';
import type { Notes, Resolved, View } from './check-view.ts';
import { kindFact } from './kind-fact.ts';
import { parameterFaults } from './parameter-value.ts';
import { stepKey } from './reference-key.ts';
import type { Rule } from './rule.ts';

/** One walk over a rule tells what is wrong with it, which facts it asks for and which operations they need. */
export function walkRule(rule: Rule, notes: Notes): void {
  for (const [name, parameter] of Object.entries(rule.parameters ?? {})) {
    for (const [member, message] of parameterFaults(name, parameter))
      notes.fault(`/parameters/${name}/${member}`, message);
  }
  // What a rule uses must be in each of its kinds, so it is walked once for each.
  for (const [index, kind] of targetsOf(rule).entries()) {
    const spec = kindSpec(kind);
    const pointer = typeof rule.target === 'string' ? '/target' : `/target/${index}`;
    if (spec === undefined || spec.relatedOnly) notes.fault(pointer, noTarget(kind, spec));
    else walkKind(rule, kind, spec, notes);
  }
}

const targetsOf = ({ target }: Rule): readonly string[] => (typeof target === 'string' ? [target] : target);

const targetKinds = kindNames.filter((kind) => kindSpec(kind)?.relatedOnly === undefined);

const noTarget = (kind: string, spec: KindSpec | undefined): string =>
  spec === undefined
    ? `unknown kind "${kind}"${expectedOneOf(kind, targetKinds)}`
    : `"${kind}" is no target: a rule reaches it through a relation`;

function walkKind(rule: Rule, kind: string, spec: KindSpec, notes: Notes): void {
  notes.needs(spec.operations);
  const view = withNamedFacts(rule, {
    kind,
    spec,
    targetKind: kind,
    related: false,
    parameters: rule.parameters ?? {},
    named: new Map(),
    later: [],
    guards: [],
    negated: false,
    notes,
    check: { reference: checkReference, condition: checkCondition },
  });
  if (rule.when !== undefined) checkRoot(rule.when, '/when', view);
  checkRoot(rule.require, '/require', view);
  checkMessage(rule.message, '/message', view);
}

/** Each named fact sees those above it. */
function withNamedFacts({ facts = {} }: Rule, view: View): View {
  const named = new Map<string, Resolved | undefined>();
  const names = Object.keys(facts);
  for (const [index, [name, reference]] of Object.entries(facts).entries()) {
    const taken = whatIsNamed(name, view.spec);
    if (taken !== undefined) {
      view.notes.fault(`/facts/${name}`, `"${name}" is already ${taken}: give the named fact another name`);
    }
    const resolved = checkReference(reference, `/facts/${name}`, {
      ...view,
      named: new Map(named),
      later: names.slice(index),
    });
    named.set(name, resolved && underName(name, resolved));
  }
  return { ...view, named };
}

/** Whatever in it may be absent, it is the named fact that a guard shows to exist. */
const underName = (name: string, resolved: Resolved): Resolved => {
  const key = stepKey(name, '');
  return { ...resolved, name, key, absentAt: resolved.absentAt.length === 0 ? [] : [[key]] };
};

function whatIsNamed(name: string, spec: KindSpec): string | undefined {
  if (functionNames.includes(name)) return 'a function';
  if (globalNames.some((each) => each === name)) return 'a name that every rule has';
  if (Object.hasOwn(spec.toMany, name)) return 'a relation of the target';
  return kindFact(spec, name) === undefined ? undefined : 'a fact of the target';
}
