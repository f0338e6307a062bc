import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../src/errors.ts';
import { parseResult, readResult } from '../src/read-result.ts';
import { json } from '../src/reporters/json.ts';
import { folderWith } from './cli/run-cli.ts';
import { compared, estate } from './reporters/estate.ts';
import { options, reportOf } from './reporters/fixture.ts';

const textOf = (report: typeof estate): string => [...json(report, options)].join('');
const text = textOf(estate);

test.each([
  ['gaps and unknown outcomes', estate],
  ['waivers and a baseline', reportOf(compared)],
])('what was printed is read again as it was: %s', (_, report) => {
  expect(parseResult('result.json', textOf(report))).toEqual(report.result);
});

describe('a result is read', () => {
  const cwd = folderWith({
    'result.json': text,
    'bom.json': `\ufeff${text}`,
    'crlf.json': text.replaceAll('\n', '\r\n'),
  });
  writeFileSync(join(cwd, 'result.json.gz'), gzipSync(text));
  const noStdin = Readable.from([]);

  test.each(['result.json', 'bom.json', 'crlf.json', 'result.json.gz', join(cwd, 'result.json')])(
    '%s',
    async (path) => {
      expect(await readResult(path, { cwd, stdin: noStdin })).toEqual(estate.result);
    },
  );

  test.each([
    ['text', [text]],
    ['bytes, a character cut in two', [...Buffer.from(text)].map((byte) => Buffer.from([byte]))],
    ['gzip', [gzipSync(text)]],
  ])('stdin: %s', async (_, chunks) => {
    expect(await readResult('-', { cwd, stdin: Readable.from(chunks) })).toEqual(estate.result);
  });

  test.each([
    ['there is none', 'no.json', /no\.json: no such file or folder$/],
    ['it is a folder', '.', /: cannot be read \(EISDIR\)$/],
  ])('or not, where %s', async (_, path, message) => {
    await expect(readResult(path, { cwd, stdin: noStdin })).rejects.toThrow(message);
  });

  test.each([
    ['ends too soon', gzipSync(text).subarray(0, 300), 'stdin: the gzip stream is cut off'],
    ['is damaged', Buffer.concat([gzipSync(text).subarray(0, 40), Buffer.from('no')]), 'stdin: the gzip stream is'],
  ])('or not, where it %s', async (_, bytes, message) => {
    const read = readResult('-', { cwd, stdin: Readable.from([bytes]) });
    await expect(read).rejects.toThrow(message);
    await expect(read).rejects.toBeInstanceOf(UsageError);
  });
});

/** The text with one change, and the line at which the change begins. */
const changed = (from: string, to: string) => {
  expect(text).toContain(from);
  return { bad: text.replace(from, to), line: text.slice(0, text.indexOf(from)).split('\n').length };
};
const complaint = (bad: string): string => {
  try {
    parseResult('r.json', bad);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'none';
};

describe('what is wrong is told with its place', () => {
  test.each([
    [
      'a value that is none of ours',
      '"outcome": "unknown"',
      '"outcome": "maybe"',
      0,
      '7: expected one of "fail", "unknown", got "maybe"',
    ],
    ['another type', '"targets": 9', '"targets": "9"', 0, '5: expected a number, got "9"'],
    ['a negative count', '"targets": 9', '"targets": -9', 0, '5: expected at least 0, got -9'],
    ['a member of no version', '"waived": 0', '"waived": 0, "wavied": 0', 0, '18: unknown member "wavied"'],
    ['a member that is missing', '"asOf": ', '"asof": ', 0, '3: unknown member "asof"'],
    [
      'a rule that is not there',
      '"ruleId": "BKP201"',
      '"ruleId": "BKP999"',
      0,
      '7: the rule BKP999 is not in this result',
    ],
    [
      'a gap that is not there',
      '"gaps": [\n        0\n',
      '"gaps": [\n        7\n',
      1,
      '9: gap 7 is not in this result',
    ],
  ])('%s', (_, from, to, below, message) => {
    const { bad, line } = changed(from, to);
    expect(complaint(bad).split('\n')).toContain(`r.json:${line + below}:${message}`);
    expect(complaint(text)).toBe('none');
  });

  test.each([
    ['fewer failing findings than it says', '"fail": 7', '"fail": 70', 'says 70, and its findings are 7'],
    ['fewer unknown findings than it says', '"unknown": 2', '"unknown": 3', 'says 3, and its findings are 2'],
    ['more findings of a severity than there are', '"critical": 1', '"critical": 9', 'says 9, and its findings are 1'],
    ['waived findings that are not there', '"waived": 0', '"waived": 4', 'says 4, and its findings are 0'],
    ['a day that is none', '"asOf": "2026', '"asOf": "9999-99', 'Invalid ISO datetime'],
    ['a fingerprint that is none', '"fingerprint": "', '"fingerprint": "../../', 'expected 32 hexadecimal digits'],
  ])('%s', (_, from, to, message) => {
    expect(text).toContain(from);
    expect(complaint(text.replace(from, to))).toContain(message);
  });

  test('with --new-only fewer findings fail than are open, and that is sound', () => {
    const report = reportOf({ ...compared, newOnly: true });
    expect(complaint(textOf(report))).toBe('none');
  });

  test('all at once', () => {
    const { bad } = changed('"targets": 9', '"targets": "9"');
    const lines = complaint(bad.replaceAll('"fingerprint": "', '"fingerprint": 1, "x": "')).split('\n');
    expect(lines).toHaveLength(1 + 2 * estate.result.findings.length);
  });

  test.each([['a waiver that is not there', { ...compared, waivers: [] }, 'waiver 1 is not in this result']])(
    '%s',
    (_, parts, message) => {
      expect(complaint(textOf(reportOf(parts)))).toContain(message);
    },
  );

  test.each([
    ['half a file', text.slice(0, 900), /^r\.json:\d+:\d+: /],
    [
      'a member twice',
      text.replace('"targets": 9', '"targets": "x", "targets": "x"'),
      /the member "targets" is there twice/,
    ],
    ['an empty file', '', /^r\.json: this is no result of backuplint: make one with --format json$/],
    [
      'an inventory',
      '{"kind":"inventory"}\n{"kind":"end","records":0}\n',
      /^r\.json:2:1: expected the end of the file/,
    ],
    ['SARIF', '{"version":"2.1.0","runs":[]}', /^r\.json: this is no result/],
    ['a list', '[]', /^r\.json: this is no result/],
    ['text', 'BKP301', /^r\.json: this is no result/],
  ])('%s is refused', (_, bad, message) => {
    expect(complaint(bad)).toMatch(message);
  });

  test('a result of a newer version', () => {
    expect(complaint(text.replace('"schemaVersion": 1', '"schemaVersion": 2'))).toBe(
      'r.json: made by a newer backuplint (schemaVersion 2; this version reads 1)',
    );
  });
});
