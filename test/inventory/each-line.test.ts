import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { eachLine } from '../../src/inventory/each-line.ts';
import type { LineReading } from '../../src/inventory/inventory-line.ts';
import {
  end,
  header,
  ireland,
  messageOf,
  ndjson,
  point,
  temporaryFile,
  temporaryFolder,
  vault,
} from './inventory-text.ts';

async function linesOf(file: string): Promise<readonly LineReading[]> {
  const lines: LineReading[] = [];
  for await (const line of eachLine(file)) lines.push(line);
  return lines;
}

const typesOf = async (content: string | Uint8Array) =>
  (await linesOf(await temporaryFile(content))).map(({ type }) => type);

const coverage = { kind: 'coverage', ...ireland, operation: '*', status: 'ok' };
const text = ndjson(header, coverage, vault(), point(), end(2));
const types = ['header', 'coverage', 'record', 'record', 'end'];

test('the lines of a file, with what they say', async () => {
  expect(await linesOf(await temporaryFile(ndjson(header, vault(), coverage, end(1))))).toStrictEqual([
    { type: 'header', header: { asOf: '2026-11-23T06:00:00.000Z', scopes: [ireland] } },
    {
      type: 'record',
      record: {
        kind: 'backupVault',
        ...ireland,
        fields: { BackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:prod' },
      },
    },
    { type: 'coverage', coverage: { ...ireland, operation: '*', status: 'ok' } },
    { type: 'end', records: 1 },
  ]);
});

describe('as far as they are whole', () => {
  test.each<[what: string, content: string | Uint8Array, expected: readonly string[]]>([
    ['a whole file', text, types],
    ['gzipped', gzipSync(text), types],
    ['without its last newline', text.trimEnd(), types],
    ['with blank lines', `\n\n${text.replaceAll('\n', '\n \n')}`, types],
    ['with CRLF', text.replaceAll('\n', '\r\n'), types],
    ['cut off in the last line', text.slice(0, -5), types.slice(0, -1)],
    ['cut off in a record', ndjson(header, coverage) + JSON.stringify(point()).slice(0, 40), ['header', 'coverage']],
    ['cut off before the last brace', `${ndjson(header)}{"kind":"end","records":1`, ['header']],
    ['cut off in the header', JSON.stringify(header).slice(0, 20), []],
    ['empty', '', []],
  ])('%s', async (_, content, expected) => {
    expect(await typesOf(content)).toEqual(expected);
  });
});

test('a file cut off at any byte gives the lines before, and no error', async () => {
  const bytes = Buffer.from(text);
  for (let length = 0; length < bytes.length; length += 1) {
    const seen = await typesOf(bytes.subarray(0, length));
    expect([length, seen]).toEqual([length, types.slice(0, seen.length)]);
    const whole = bytes.subarray(0, length).toString().split('\n').length - 1;
    expect([whole, whole + 1]).toContain(seen.length);
  }
});

test('a gzip stream cut off at any byte gives what can be had of it, and no error', async () => {
  const bytes = gzipSync(ndjson(header, ...Array.from({ length: 40 }, (_, index) => point({ Size: index })), end(40)));
  const counts: number[] = [];
  for (let length = 0; length <= bytes.length; length += 7) {
    counts.push((await typesOf(bytes.subarray(0, length))).length);
  }
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.some((count) => count > 0 && count < 42)).toBe(true);
});

describe('what makes no sense is a usage error with its place', () => {
  test.each<[what: string, lines: readonly (object | string)[], line: string, message: string]>([
    ['no JSON in the middle', [header, '{"kind":', end(0)], ':2', 'expected a JSON object'],
    ['no JSON object', [header, '[]', end(0)], ':2', 'expected a JSON object, got'],
    ['a kind that is none', [header, '', { ...point(), kind: 'recoveryPiont' }], ':3', 'did you mean "recoveryPoint"'],
    [
      'a field of the wrong type',
      [header, point({ CreationDate: 'yesterday' })],
      ':2',
      '"CreationDate" of recoveryPoint: expected a date, got "yesterday"',
    ],
    [
      'a record without its scope',
      [header, { ...point(), region: undefined }],
      ':2',
      '"region" of recoveryPoint: expected a Region such as eu-west-1, got nothing',
    ],
    [
      'a header without a time',
      [{ ...header, asOf: undefined }],
      ':1',
      '"asOf" of inventory: expected a date, got nothing',
    ],
    [
      'a newer version',
      [{ ...header, schemaVersion: 2 }],
      '',
      'made by a newer backuplint (schemaVersion 2; this version reads 1)',
    ],
  ])('%s', async (_, lines, line, message) => {
    const file = await temporaryFile(ndjson(...lines));
    const said = await messageOf(linesOf(file));
    expect(said.startsWith(`${file}${line}: `)).toBe(true);
    expect(said).toContain(message);
    expect(said).not.toContain('\n');
  });
});

test('lines before the one that makes no sense are given', async () => {
  const seen: string[] = [];
  const file = await temporaryFile(ndjson(header, point(), 'nonsense', point()));
  const reading = async () => {
    for await (const { type } of eachLine(file)) seen.push(type);
  };
  await messageOf(reading());
  expect(seen).toEqual(['header', 'record']);
});

test('a file that is not there, or is a folder, is a usage error that names it', async () => {
  const folder = await temporaryFolder();
  expect(await messageOf(linesOf(`${folder}/missing.ndjson`))).toBe(`${folder}/missing.ndjson: no such file or folder`);
  expect(await messageOf(linesOf(`${folder}/missing/x.ndjson`))).toContain('no such file or folder');
  expect(await messageOf(linesOf(folder))).toBe(`${folder}: cannot be read (EISDIR)`);
});
