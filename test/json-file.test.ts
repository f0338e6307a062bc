import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFault } from '../src/errors.ts';
import { faultAt, parseJsonFile, pointerOf, readJsonFile } from '../src/json-file.ts';

const text = `{
  "a": { "b/c": [1, { "d~": true }] },
  "list": [
    "x",
    "y"
  ]
}
`;
const json = parseJsonFile('f.json', text);

test.each([
  ['', '1:1-7:2'],
  ['/a', '2:3-2:38'],
  ['/a/b~1c', '2:10-2:36'],
  ['/a/b~1c/0', '2:18-2:19'],
  ['/a/b~1c/1/d~0', '2:23-2:33'],
  ['/list', '3:3-6:4'],
  ['/list/1', '5:5-5:8'],
  // What is not there: the nearest thing around it.
  ['/a/missing', '2:3-2:38'],
  ['/list/7/x', '3:3-6:4'],
  ['/list/x', '3:3-6:4'],
  ['/nothing', '1:1-7:2'],
])('the region of %s', (pointer, expected) => {
  const { startLine, startColumn, endLine, endColumn } = json.regionAt(pointer);
  expect(`${startLine}:${startColumn}-${endLine}:${endColumn}`).toBe(expected);
});

test('the value, and a fault at a member', () => {
  expect(json.value).toEqual(JSON.parse(text));
  expect(faultAt(json, pointerOf(['a', 'b/c', 1, 'd~']), 'no')).toEqual({
    file: 'f.json',
    line: 2,
    column: 23,
    message: 'no',
  });
});

test.each([
  ['{\n  "a": 1\n  "b": 2\n}', 'f.json:3:3: expected a comma'],
  ['{ "a": 1, }', 'f.json:1:11: expected a member name in double quotes (no comma stands before a closing brace)'],
  ['[1, ]', 'f.json:1:5: expected a value (no comma stands before a closing bracket)'],
  ['{ "a" 1 }', 'f.json:1:7: expected a colon'],
  ['{ "a": 1', 'f.json:1:9: expected a closing brace: }'],
  ['[1', 'f.json:1:3: expected a closing bracket: ]'],
  ['{ "a": "x\n" }', 'f.json:1:8: this string has no end'],
  ['{ "a": "\\x" }', 'f.json:1:8: JSON has no such escape in a string'],
  ['{ "a": tru }', 'f.json:1:8: expected a JSON value'],
  ['{} {}', 'f.json:1:4: expected the end of the file: one JSON value a file'],
  ['', 'f.json:1:1: the file is empty'],
  ['// why\n{}', 'f.json:1:1: comments are for the config file: this file is plain JSON'],
  ['{ "a": 1,\n  "b": { "c": 1, "c": 2 } }', 'f.json:2:18: the member "c" is there twice: remove one'],
  ['{ "a": [{ "__proto__": 1 }] }', 'f.json:1:11: a member must not be named "__proto__"'],
])('refused: %j', (wrong, message) => {
  expect(parseJsonFile('f.json', wrong).faults.map(formatFault)).toEqual([message]);
});

test('a file with such a fault has no value to go on with, or the fault beside it', () => {
  expect(parseJsonFile('f.json', '{ "a": 1, }').value).toBeUndefined();
  expect(parseJsonFile('f.json', '{ "a": 1, "b": 2, "a": 3, "b": 4 }').faults).toHaveLength(2);
});

test('the config may have comments and a trailing comma', () => {
  const { value, faults } = parseJsonFile('f.json', '// why\n{ "a": [1, /* this */ 2,], }', 'jsonc');
  expect([value, faults]).toEqual([{ a: [1, 2] }, []]);
});

test.each([
  ['\r\n', 'CR and LF'],
  ['\n', 'LF'],
  ['\r', 'CR'],
])('lines end in %j (%s), a byte order mark counts for nothing', (end) => {
  const { value, faults, regionAt } = parseJsonFile('f.json', `\uFEFF{${end}  "a": 1${end}}`);
  expect([value, faults]).toEqual([{ a: 1 }, []]);
  expect(regionAt('/a')).toEqual({ startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 });
});

test('real files: read, missing, a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backuplint-'));
  const file = join(folder, 'a.json');
  await writeFile(file, '{"a":1}');
  expect((await readJsonFile(file)).value).toEqual({ a: 1 });
  const missing = await readJsonFile(join(folder, 'b.json'));
  expect(missing.faults.map(formatFault)).toEqual([`${join(folder, 'b.json')}: no such file`]);
  expect(missing.regionAt('/a')).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
  const [fault] = (await readJsonFile(folder)).faults;
  expect(fault?.message).toBe('this is a folder: name a file, or a pattern such as folder/*.json');
  await rm(folder, { recursive: true });
});
