import { isJsonObject, type JsonObject } from '../inventory/parse-json.ts';
import type { Collector } from './collector.ts';
import { EndlessList, MalformedAnswer } from './failure.ts';

/** Gives one answer of AWS, from where the last one ended. */
export type AskPage = (token: string | undefined) => Promise<object>;
export type OnPage = (items: readonly JsonObject[]) => Promise<void>;
/** Where an answer holds its items. */
export type Form = Pick<Collector, 'member' | 'nextToken' | 'fields'> & { readonly operation: string };

/** A list may have gaps in its pages (AWS filters after it has paged), but not this many. */
const emptyPagesLimit = 100;

/** Takes a list page by page. Throws where the pages do not come to an end or make no sense. */
export async function eachPage(ask: AskPage, form: Form, onPage: OnPage, first?: object): Promise<void> {
  const check = endlessness();
  let answer = first ?? (await ask(undefined));
  for (;;) {
    const items = itemsOf(answer, form);
    const token = tokenOf(answer, form);
    check(items, token);
    await onPage(items);
    if (token === undefined) return;
    answer = await ask(token);
  }
}

/** The items of one answer, as AWS's fields. */
export function itemsOf(answer: object, { operation, member, nextToken, fields }: Form): readonly JsonObject[] {
  const body = withoutMetadata(answer);
  const value = member === undefined ? body : body[member];
  const items: unknown = nextToken === undefined ? [value] : value;
  if (!Array.isArray(items)) throw new MalformedAnswer(`the answer to ${operation} has no list ${member ?? ''}`);
  return items.map((item: unknown) => {
    if (!isJsonObject(item)) throw new MalformedAnswer(`the answer to ${operation} holds something that is no object`);
    return fields === undefined ? item : fields(item);
  });
}

function withoutMetadata(answer: object): JsonObject {
  const { $metadata: _, ...body } = { $metadata: undefined, ...answer };
  return body;
}

export function tokenOf(answer: object, { operation, nextToken }: Form): string | undefined {
  const token: unknown = nextToken === undefined ? undefined : Reflect.get(answer, nextToken);
  if (token === undefined || token === null || token === '') return undefined;
  if (typeof token === 'string') return token;
  throw new MalformedAnswer(`the answer to ${operation} has a ${nextToken} that is no text`);
}

/** Throws where a token or a whole page comes again, or where page after page is empty. */
function endlessness(): (items: readonly JsonObject[], token: string | undefined) => void {
  const tokens = new Set<string>();
  const firsts = new Set<string>();
  let empty = 0;
  return (items, token) => {
    empty = items.length === 0 ? empty + 1 : 0;
    const first = items[0] === undefined ? undefined : JSON.stringify(items[0]);
    if (token !== undefined && tokens.has(token)) throw new EndlessList('AWS gave a page token for the second time');
    if (first !== undefined && firsts.has(first)) throw new EndlessList('AWS gave the same page for the second time');
    if (token !== undefined && empty >= emptyPagesLimit) {
      throw new EndlessList(`AWS gave ${emptyPagesLimit} empty pages, and a token for more`);
    }
    if (token !== undefined) tokens.add(token);
    if (first !== undefined) firsts.add(first);
  };
}
