import { describe, expect, test } from 'vitest';
import type { Collector } from '../../src/collectors/collector.ts';
import { EndlessList, MalformedAnswer } from '../../src/collectors/failure.ts';
import { eachPage } from '../../src/collectors/pages.ts';
import type { JsonObject } from '../../src/inventory/parse-json.ts';

const call = () => Promise.reject(new Error('no call goes past ask'));
const list: Collector = { operation: 'ListCopyJobs', call, member: 'CopyJobs', nextToken: 'NextToken' };

type Page = readonly (readonly unknown[] | unknown)[];
type Answers = (token: string | undefined, call: number) => object;
type Heard = {
  readonly pages: readonly (readonly unknown[])[];
  readonly tokens: readonly (string | undefined)[];
  readonly error: unknown;
};

/** What comes of a list of which AWS gives these answers. */
async function heard(answers: Answers, first?: object): Promise<Heard> {
  const tokens: (string | undefined)[] = [];
  const pages: (readonly JsonObject[])[] = [];
  const ask = async (token: string | undefined) => {
    tokens.push(token);
    return answers(token, tokens.length - 1);
  };
  const onPage = async (items: readonly JsonObject[]) => {
    pages.push(items);
  };
  const error: unknown = await eachPage(ask, list, onPage, first).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { pages: pages.map((page) => page.map(({ CopyJobId }) => CopyJobId)), tokens, error };
}

const jobs = (...ids: readonly (string | number)[]) => ids.map((CopyJobId) => ({ CopyJobId }));
/** One answer after the other, with metadata as the SDK gives it. */
const inTurn =
  (...answers: readonly object[]): Answers =>
  (_, index) => ({ $metadata: { httpStatusCode: 200 }, ...answers[index] });

describe('a list that comes to its end', () => {
  test.each<[what: string, answers: Answers, pages: Page, tokens: readonly (string | undefined)[]]>([
    ['one page', inTurn({ CopyJobs: jobs('a', 'b') }), [['a', 'b']], [undefined]],
    ['nothing in it', inTurn({ CopyJobs: [] }), [[]], [undefined]],
    [
      'three pages',
      inTurn({ CopyJobs: jobs('a'), NextToken: '1' }, { CopyJobs: jobs('b'), NextToken: '2' }, { CopyJobs: jobs('c') }),
      [['a'], ['b'], ['c']],
      [undefined, '1', '2'],
    ],
    [
      'an empty page in the middle',
      inTurn({ CopyJobs: jobs('a'), NextToken: '1' }, { CopyJobs: [], NextToken: '2' }, { CopyJobs: jobs('b') }),
      [['a'], [], ['b']],
      [undefined, '1', '2'],
    ],
    ['an empty token', inTurn({ CopyJobs: jobs('a'), NextToken: '' }), [['a']], [undefined]],
    ['a null token', inTurn({ CopyJobs: jobs('a'), NextToken: null }), [['a']], [undefined]],
    [
      'a last page with no list of its own but an empty one',
      inTurn({ CopyJobs: jobs('a'), NextToken: '1' }, { CopyJobs: [], NextToken: '' }),
      [['a'], []],
      [undefined, '1'],
    ],
  ])('%s', async (_, answers, pages, tokens) => {
    expect(await heard(answers)).toEqual({ pages, tokens, error: undefined });
  });

  test('many pages, the last after 99 empty ones', async () => {
    const { pages, error } = await heard((_, index) => ({
      CopyJobs: index % 100 === 0 ? jobs(index) : [],
      ...(index < 500 ? { NextToken: `t${index}` } : {}),
    }));
    expect(error).toBeUndefined();
    expect(pages.flat()).toEqual([0, 100, 200, 300, 400, 500]);
  });
});

describe('a list without an end', () => {
  test.each<[what: string, answers: Answers, message: string, pages: number]>([
    [
      'the same token again',
      (_, index) => ({ CopyJobs: jobs(index), NextToken: 'again' }),
      'AWS gave a page token for the second time',
      1,
    ],
    [
      'a token that came before the last',
      (_, index) => ({ CopyJobs: jobs(index), NextToken: `t${index % 3}` }),
      'AWS gave a page token for the second time',
      3,
    ],
    [
      'the same page with new tokens',
      (_, index) => ({ CopyJobs: jobs('a', 'b'), NextToken: `t${index}` }),
      'AWS gave the same page for the second time',
      1,
    ],
    [
      'the same page once more, as the last',
      (_, index) => ({ CopyJobs: jobs('a', 'b'), ...(index === 0 ? { NextToken: 't' } : {}) }),
      'AWS gave the same page for the second time',
      1,
    ],
    [
      'pages in a circle',
      (_, index) => ({ CopyJobs: jobs(index % 4), NextToken: `t${index}` }),
      'AWS gave the same page for the second time',
      4,
    ],
    [
      'empty pages with new tokens',
      (_, index) => ({ CopyJobs: [], NextToken: `t${index}` }),
      'AWS gave 100 empty pages, and a token for more',
      99,
    ],
  ])('%s', async (_, answers, message, pages) => {
    const { error, pages: given } = await heard(answers);
    expect(error).toStrictEqual(new EndlessList(message));
    expect(given).toHaveLength(pages);
  });
});

describe('an answer that is none', () => {
  test.each<[what: string, answer: object, message: string]>([
    ['no list', {}, 'the answer to ListCopyJobs has no list CopyJobs'],
    ['null', { CopyJobs: null }, 'the answer to ListCopyJobs has no list CopyJobs'],
    ['a text', { CopyJobs: 'none' }, 'the answer to ListCopyJobs has no list CopyJobs'],
    ['an object', { CopyJobs: { 0: {} } }, 'the answer to ListCopyJobs has no list CopyJobs'],
    ['the list of another operation', { BackupJobs: [] }, 'the answer to ListCopyJobs has no list CopyJobs'],
    ['a number in it', { CopyJobs: [{}, 42] }, 'the answer to ListCopyJobs holds something that is no object'],
    ['null in it', { CopyJobs: [null] }, 'the answer to ListCopyJobs holds something that is no object'],
    ['a list in it', { CopyJobs: [[]] }, 'the answer to ListCopyJobs holds something that is no object'],
    [
      'a token that is a number',
      { CopyJobs: [], NextToken: 7 },
      'the answer to ListCopyJobs has a NextToken that is no text',
    ],
    [
      'a token that is an object',
      { CopyJobs: [], NextToken: {} },
      'the answer to ListCopyJobs has a NextToken that is no text',
    ],
  ])('%s: nothing of it is taken', async (_, answer, message) => {
    expect(await heard(inTurn(answer))).toEqual({
      pages: [],
      tokens: [undefined],
      error: new MalformedAnswer(message),
    });
    const second = await heard(inTurn({ CopyJobs: jobs('a'), NextToken: '1' }, answer));
    expect(second).toEqual({ pages: [['a']], tokens: [undefined, '1'], error: new MalformedAnswer(message) });
  });
});

test('an error of AWS, or of whoever takes the items, ends the list and is given on', async () => {
  const denied = new Error('denied');
  const { pages, error } = await heard((_, index) => {
    if (index === 1) throw denied;
    return { CopyJobs: jobs('a'), NextToken: '1' };
  });
  expect([pages, error]).toEqual([[['a']], denied]);
  const full = new Error('the disk is full');
  const reading = eachPage(
    async () => ({ CopyJobs: jobs('a'), NextToken: '1' }),
    list,
    () => Promise.reject(full),
  );
  await expect(reading).rejects.toBe(full);
});

test('where the first answer is there already, it is not asked for again', async () => {
  const first = { CopyJobs: jobs('a'), NextToken: '1' };
  expect(await heard(inTurn({ CopyJobs: jobs('b') }), first)).toEqual({
    pages: [['a'], ['b']],
    tokens: ['1'],
    error: undefined,
  });
  const { tokens } = await heard(inTurn(), { CopyJobs: [] });
  expect(tokens).toEqual([]);
});

test('who takes the items is waited for before the next call', async () => {
  const order: string[] = [];
  await eachPage(
    async (token) => {
      order.push(`ask ${token}`);
      return { CopyJobs: [], ...(token === undefined ? { NextToken: '1' } : {}) };
    },
    list,
    async () => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('taken');
    },
  );
  expect(order).toEqual(['ask undefined', 'taken', 'ask 1', 'taken']);
});
