import type { AwsError } from './aws-error.ts';

export type TextAnswer = {
  readonly kind: 'text';
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
};
/** One page of a list; its items are JSON already. */
export type PageAnswer = {
  readonly kind: 'page';
  readonly list: string;
  readonly items: readonly string[];
  readonly tokenName: string;
  readonly token: string | undefined;
};
/** What a call is answered where nothing goes wrong. */
export type SoundAnswer = TextAnswer | PageAnswer;
/** An answer that does not come, or not whole. */
export type LostAnswer = { readonly kind: 'hang' | 'reset' } | { readonly kind: 'cut'; readonly of: TextAnswer };

const mediaTypes: { readonly [service: string]: string } = {
  backup: 'application/json',
  account: 'application/json',
  sts: 'text/xml',
};
const awsJson = 'application/x-amz-json-1.1';
const mediaTypeOf = (service: string): string => mediaTypes[service] ?? awsJson;

export const textAnswer = (service: string, body: string): TextAnswer => ({
  kind: 'text',
  status: 200,
  headers: { 'content-type': mediaTypeOf(service) },
  body,
});

export const jsonAnswer = (service: string, value: unknown): TextAnswer => textAnswer(service, JSON.stringify(value));

function pageText({ list, items, tokenName, token }: PageAnswer): string {
  const next = token === undefined ? '' : `,${JSON.stringify(tokenName)}:${JSON.stringify(token)}`;
  return `{${JSON.stringify(list)}:[${items.join(',')}]${next}}`;
}

export const pageAsText = (service: string, answer: PageAnswer): TextAnswer => textAnswer(service, pageText(answer));

/** REST services name the error in a header, JSON services in the body, STS in XML. */
export function errorAnswer(service: string, { type, message, status }: AwsError): TextAnswer {
  const headers = { 'content-type': mediaTypeOf(service) };
  if (service === 'sts') return { kind: 'text', status, headers, body: xmlError(type, message) };
  const isRest = mediaTypeOf(service) === 'application/json';
  return isRest
    ? { kind: 'text', status, headers: { ...headers, 'x-amzn-errortype': type }, body: restError(type, message) }
    : { kind: 'text', status, headers, body: JSON.stringify({ __type: type, message }) };
}

/** AWS Backup's own errors carry a `Code` that is not their name; what its front door refuses has a message alone. */
const restError = (type: string, message: string): string =>
  JSON.stringify(/^(Resource|Invalid|Missing)/.test(type) ? { Code: 'ERROR_2502', Message: message } : { message });

const xmlError = (type: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>` +
  `<Code>${xmlText(type)}</Code><Message>${xmlText(message)}</Message></Error></ErrorResponse>`;

export const xmlText = (text: string): string =>
  text.replace(/[<>&]/g, (character) => `&#${character.codePointAt(0)};`);
