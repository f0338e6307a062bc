import type { Message, MultiformatMessageString } from 'sarif';
import type { Finding } from '../../result.ts';
import type { Rule } from '../../rules/rule.ts';
import { sarifText, sentence } from './sarif-text.ts';

const placeholder = /\{\{[^{}]*\}\}/;
/** Of a message that follows no text of its rule, as that of an unknown outcome. */
const plainId = 'plain';
export const overflowId = 'overflow';

/** The texts of a rule's `message`, with `'{0}'` for what varies. */
export function messageStrings(rule: Rule): { [id: string]: MultiformatMessageString } {
  const own = textsOf(rule).map((text, at) => [messageId(at), { text: sentence(numbered(text)) }] as const);
  return {
    ...Object.fromEntries(own),
    [plainId]: { text: "On '{0}': '{1}'." },
    [overflowId]: { text: "'{0}' more results of this rule are not listed." },
  };
}

/** `text` is what people see; id and arguments say the same to programs. */
export function messageOf(finding: Finding, rule: Rule, note: string): Message {
  const { message, target } = finding;
  const text = `${sentence(sarifText(message))}${note}`;
  for (const [at, template] of textsOf(rule).entries()) {
    const values = finding.outcome === 'fail' ? argumentsIn(message, template) : undefined;
    if (values !== undefined) return { text, id: messageId(at), arguments: values.map(sarifText) };
  }
  return { text, ...plainMessage(target.name ?? target.id, message) };
}

export const plainMessage = (target: string, message: string): Omit<Message, 'text'> => ({
  id: plainId,
  arguments: [target, message].map(sarifText),
});

const messageId = (at: number): string => `message${at + 1}`;

const textsOf = ({ message }: Rule): string[] =>
  typeof message === 'string' ? [message] : message.map(({ text }) => text);

const numbered = (template: string): string =>
  template
    .split(placeholder)
    .map((literal, at) => (at === 0 ? '' : `'{${at - 1}}'`) + sarifText(`|${literal}|`).slice(1, -1))
    .join('');

/** What stands at the placeholders, read from left to right; undefined where the message was not made from the template. */
function argumentsIn(message: string, template: string): string[] | undefined {
  const [head = '', ...literals] = template.split(placeholder);
  if (!message.startsWith(head)) return undefined;
  const values: string[] = [];
  let from = head.length;
  for (const [at, literal] of literals.entries()) {
    const isTail = at === literals.length - 1 && literal === '';
    const to = isTail ? message.length : message.indexOf(literal, from);
    if (to < 0) return undefined;
    values.push(message.slice(from, to));
    from = to + literal.length;
  }
  return values;
}
