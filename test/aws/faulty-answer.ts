import {
  errorAnswer,
  type LostAnswer,
  type PageAnswer,
  pageAsText,
  type SoundAnswer,
  type TextAnswer,
} from './answer.ts';
import type { Call } from './call.ts';
import { faultErrors } from './fault-errors.ts';
import type { Misdeed } from './options.ts';
import { isFields } from './wire.ts';

type Spoil = (call: Call, answer: (call: Call) => SoundAnswer) => SoundAnswer | LostAnswer;

export function faultyAnswer(
  misdeed: Misdeed,
  call: Call,
  answer: (call: Call) => SoundAnswer,
): SoundAnswer | LostAnswer {
  const error = faultErrors[misdeed];
  return error === undefined
    ? (spoils[misdeed]?.(call, answer) ?? answer(call))
    : errorAnswer(call.service, error(call));
}

const asText = ({ service }: Call, answer: SoundAnswer): TextAnswer =>
  answer.kind === 'page' ? pageAsText(service, answer) : answer;

const proxyPage = '<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>';
const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2));

const spoils: { readonly [misdeed in Misdeed]?: Spoil } = {
  hang: () => ({ kind: 'hang' }),
  reset: () => ({ kind: 'reset' }),
  cutBody: (call, answer) => ({ kind: 'cut', of: asText(call, answer(call)) }),
  html: () => ({ kind: 'text', status: 200, headers: { 'content-type': 'text/html' }, body: proxyPage }),
  badJson: (call, answer) => {
    const text = asText(call, answer(call));
    return { ...text, body: half(text.body) };
  },
  malformed: (call, answer) => misshapen(call, answer(call), 'none'),
  malformedItem: (call, answer) => misshapen(call, answer(call), [42]),
  repeatToken: (call, answer) => onPage(firstPage(call, answer), { token: 'again' }),
  freshTokens: (call, answer) => onPage(firstPage(call, answer), { token: `fresh-${call.index}` }),
  emptyPages: (call, answer) => onPage(firstPage(call, answer), { token: `empty-${call.index}`, items: [] }),
};

/** The token that a fault gave out is none of the list's own. */
const firstPage = (call: Call, answer: (call: Call) => SoundAnswer): SoundAnswer =>
  answer({ ...call, params: { ...call.params, NextToken: undefined, PaginationToken: undefined } });

const onPage = (answer: SoundAnswer, changed: Partial<PageAnswer>): SoundAnswer =>
  answer.kind === 'page' ? { ...answer, ...changed } : answer;

/** A list becomes the value given; of any other answer each member becomes a list of lists, which no API has. */
function misshapen(call: Call, answer: SoundAnswer, list: unknown): TextAnswer {
  const text = asText(call, answer);
  if (answer.kind === 'page') return { ...text, body: JSON.stringify({ [answer.list]: list }) };
  const value: unknown = call.service === 'sts' ? undefined : JSON.parse(text.body);
  if (!isFields(value)) return { ...text, body: '<Nothing/>' };
  return { ...text, body: JSON.stringify(Object.fromEntries(Object.keys(value).map((name) => [name, [[]]]))) };
}
