import { kindSpec } from '../catalogue/kinds.ts';
import { expectedOneOf } from '../nearest.ts';
import type { Resolved, View } from './check-view.ts';
import { kindFact, kindFactNames, own } from './kind-fact.ts';
import { type PathStep, spokenPath } from './path.ts';
import { stepKey } from './reference-key.ts';
import { describeType, parameterType, type ValueType } from './value-type.ts';

/** The value at the end of a path; undefined where a step leads nowhere (which is then a fault). */
export function walkPath(
  start: Resolved,
  steps: readonly PathStep[],
  pointer: string,
  view: View,
): Resolved | undefined {
  let at: Resolved | undefined = start;
  for (const [index, step] of steps.entries()) {
    if (at === undefined) return undefined;
    at = takeStep(at, step, { next: steps[index + 1], pointer, view });
  }
  return at;
}

type Way = { readonly next: PathStep | undefined; readonly pointer: string; readonly view: View };

function takeStep(at: Resolved, step: PathStep, way: Way): Resolved | undefined {
  const { type } = at;
  switch (type.type) {
    case 'record':
      return typeof step === 'string' ? recordFact(at, type.kind, step, way) : refuse(at, step, way);
    case 'parameters':
      return parameter(at, step, way);
    case 'object': {
      const member = own(type.fields, String(step));
      // AWS may leave out any member; an object of ours has them all, though one may be unknown.
      return member === undefined
        ? refuse(at, step, way, Object.keys(type.fields))
        : reached(at, step, member, !at.ours);
    }
    case 'map':
      return typeof step === 'string' ? reached(at, step, type.of, true) : refuse(at, step, way);
    case 'list':
      if (step === 'length') return reached(at, step, { type: 'number' }, false);
      return typeof step === 'number' ? reached(at, step, type.of, true) : refuse(at, step, way);
    default:
      return refuse(at, step, way);
  }
}

type Start = Pick<Resolved, 'name' | 'key' | 'absentAt'>;

/** Each step that may lead to nothing adds a place where the value may be absent. */
function reached(at: Start, step: PathStep, type: ValueType, mayBeAbsent: boolean): Resolved {
  const key = stepKey(step, at.key);
  const absentAt = mayBeAbsent ? [...at.absentAt, [key]] : at.absentAt;
  return { type, name: at.name === '' ? String(step) : spokenPath(at.name, [step]), key, absentAt };
}

/** A fact of a record: of the one that the path has come to, or of the one that the rule looks at. */
export function recordFact(at: Start, kind: string, name: string, way: Way): Resolved | undefined {
  const { next, pointer, view } = way;
  const spec = kindSpec(kind);
  const fact = spec && kindFact(spec, name);
  if (spec === undefined || fact === undefined) {
    const among = spec === undefined ? [] : kindFactNames(spec);
    view.notes.fault(pointer, `unknown fact "${name}" of ${kind}${expectedOneOf(name, among)}`);
    return undefined;
  }
  view.notes.usesFact(kind, name);
  view.notes.needs(fact.operations(next));
  return { ...reached(at, name, fact.type, fact.mayBeAbsent), ours: fact.ours };
}

function parameter(at: Resolved, step: PathStep, { pointer, view }: Way): Resolved | undefined {
  const declared = own(view.parameters, String(step));
  if (declared === undefined) {
    const names = Object.keys(view.parameters);
    const hint = names.length === 0 ? '; this rule declares none' : expectedOneOf(String(step), names);
    view.notes.fault(pointer, `unknown parameter "${step}"${hint}`);
    return undefined;
  }
  return { ...reached(at, step, parameterType(declared), false), totalList: declared.type === 'list' };
}

function refuse(
  { type, name }: Resolved,
  step: PathStep,
  { pointer, view }: Way,
  among: readonly string[] = [],
): undefined {
  view.notes.fault(pointer, `${refusal(type, name, step)}${expectedOneOf(String(step), among)}`);
  return undefined;
}

function refusal(type: ValueType, name: string, step: PathStep): string {
  if (step === 'length') return `"${name}" is ${describeType(type)}: only a list has a length`;
  if (type.type === 'list') return `"${name}" is a list: expected [0] or another number, or .length, not .${step}`;
  if (type.type === 'object') return `"${name}" has no member "${step}"`;
  if (typeof step === 'number') return `"${name}" is ${describeType(type)}: only a list has an element [${step}]`;
  return `"${name}" is ${describeType(type)}: no path leads into it`;
}
