import type { Message } from '../rules/rule.ts';
import { evaluateReference, judge } from './compiler.ts';
import type { Context } from './context.ts';
import { targetText, textOf } from './display.ts';

/** The text for a fail: of a list the first whose `when` certainly holds, so that nothing unread is claimed. */
export function messageOf(message: Message, context: Context): string {
  if (typeof message === 'string') return fill(message, context);
  const found = message.find(({ when }) => when === undefined || judge(when, context).holds === true);
  return fill(found?.text ?? '', context);
}

const fill = (text: string, context: Context): string =>
  text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) => placeholderText(name, context));

function placeholderText(name: string, context: Context): string {
  if (name === 'target') return targetText(context.target);
  if (Object.hasOwn(context.parameters, name)) return textOf({ is: 'known', value: context.parameters[name] });
  const [fact = name, ...members] = name.split('.');
  const path = members.length === 0 ? {} : { path: `$.${members.join('.')}` };
  return textOf(evaluateReference({ fact, ...path }, context));
}
