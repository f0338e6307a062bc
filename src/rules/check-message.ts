import { expectedOneOf } from '../nearest.ts';
import { groupWanted } from './check-aggregate.ts';
import type { View } from './check-view.ts';
import { kindFact, kindFactNames, own } from './kind-fact.ts';
import type { Condition, Message } from './rule.ts';
import { describeType, isScalar, parameterType, type ValueType } from './value-type.ts';

/** The texts of a rule: their conditions, their placeholders, and that one of them always fits. */
export function checkMessage(message: Message, pointer: string, view: View): void {
  if (typeof message === 'string') {
    checkText(message, pointer, view);
    return;
  }
  for (const [index, { when, text }] of message.entries()) {
    const isLast = index === message.length - 1;
    if (isLast && when !== undefined) {
      view.notes.fault(`${pointer}/${index}/when`, 'the last text takes no "when": it is for all that is left');
    }
    if (!isLast && when === undefined) {
      view.notes.fault(
        `${pointer}/${index}`,
        'only the last text may be without "when": those after it would never be used',
      );
    }
    if (when !== undefined) checkRoot(when, `${pointer}/${index}/when`, view);
    checkText(text, `${pointer}/${index}/text`, view);
  }
}

/** json-rules-engine wants a group at the root of a condition. */
export function checkRoot(condition: Condition, pointer: string, view: View): void {
  if ('fact' in condition) view.notes.fault(pointer, groupWanted(pointer.slice(pointer.lastIndexOf('/') + 1)));
  view.check.condition(condition, pointer, view);
}

const dotted = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;

function checkText(text: string, pointer: string, view: View): void {
  for (const [, inner = ''] of text.matchAll(/\{\{(.*?)\}\}/gs)) {
    if (dotted.test(inner)) checkPlaceholder(inner, pointer, view);
    else
      view.notes.fault(
        pointer,
        `{{${inner}}} is no placeholder: expected {{target}}, {{parameter}}, {{fact}} or {{namedFact.Field}}`,
      );
  }
  const rest = text.replace(/\{\{(.*?)\}\}/gs, '');
  const stray = ['{{', '}}'].find((mark) => rest.includes(mark));
  if (stray !== undefined) view.notes.fault(pointer, `${stray} without its counterpart: a placeholder is {{name}}`);
}

function checkPlaceholder(name: string, pointer: string, view: View): void {
  const fault = placeholderFault(name, pointer, view);
  if (fault !== undefined) view.notes.fault(pointer, `{{${name}}}: ${fault}`);
}

function placeholderFault(name: string, pointer: string, view: View): string | undefined {
  const [first = '', ...rest] = name.split('.');
  if (name === 'target') return undefined;
  const parameter = own(view.parameters, first);
  if (parameter !== undefined) {
    return rest.length > 0
      ? `"${first}" is a parameter: no path leads into it`
      : whyNoText(first, parameterType(parameter));
  }
  if (!view.named.has(first) && first !== 'asOf' && kindFact(view.spec, first) === undefined) {
    return `unknown name "${first}"${expectedOneOf(first, placeholderNames(view))}`;
  }
  const path = rest.length === 0 ? {} : { path: `$${rest.map((step) => `.${step}`).join('')}` };
  const resolved = view.check.reference({ fact: first, ...path }, pointer, view);
  return resolved && whyNoText(resolved.name, resolved.type);
}

const whyNoText = (name: string, type: ValueType): string | undefined =>
  isScalar(type) ? undefined : `"${name}" is ${describeType(type)}, and a text takes single values`;

const placeholderNames = ({ spec, named, parameters }: View): readonly string[] => [
  'target',
  ...Object.keys(parameters),
  ...named.keys(),
  ...kindFactNames(spec),
  'asOf',
];
