import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { formatNames, reporters } from '../../src/reporters/reporters.ts';
import { Result } from '../../src/result.ts';
import { csvRows } from './csv-rows.ts';
import { compared, estate } from './estate.ts';
import { carried, wholeEstate } from './evidence-estate.ts';
import { options, reportOf } from './fixture.ts';
import { xmlElements } from './xml-elements.ts';

const attack =
  '::error::x ##[add-mask]x <b>@all</b> | `a` ]]> =1+1,"q" $x$ #1 \uffff \u001b[2J\u009b31m\u0007\b\r\n✓ 9 targets, all pass\n\u202e\u2066\u200b\u{e0041}](http://x) {0} SARIF_BUILDER_INVALID \ud800';
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Identity, enums and times are ours; all other text may come from AWS or from a user's file. */
const ours =
  /^(schemaVersion|name|version|kind|ruleId|outcome|severity|status|fingerprint|asOf|id|at|operation|state)$/;

function attacked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => attacked(item, key));
  if (typeof value === 'string') return ours.test(key) ? value : `${value}${attack}`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, attacked(item, name)]));
}

const withNames = (result: Result): Result => ({
  ...result,
  findings: result.findings.map((finding) => ({
    ...finding,
    target: { ...finding.target, name: attack, id: `${finding.target.id}${attack}` },
  })),
});
/** With waivers, a baseline and gaps. */
const whole = reportOf({
  ...compared,
  findings: [...compared.findings, ...estate.result.findings],
  rules: estate.rules,
  gaps: estate.result.gaps,
});
const hostile = {
  ...whole,
  result: withNames(Result.parse(attacked({ ...whole.result, outcomes: wholeEstate.result.outcomes }))),
  carried: [
    {
      ...carried,
      message: `${carried.message}${attack}`,
      target: { ...carried.target, name: attack },
      sample: [attack],
    },
  ],
};
const loaded = new Map<string, Reporter>();
for (const format of formatNames) loaded.set(format, await reporters[format]());
/** The lines of csv end with a carriage return too. */
const show = (format: (typeof formatNames)[number], color = false) =>
  [...(loaded.get(format)?.(hostile, { ...options, color, category: `cat${attack}` }) ?? [])]
    .join('')
    .replaceAll('\r\n', '\n');

test.each(formatNames)('%s: no text can steer a terminal or hide', (format) => {
  expect(show(format)).toContain('not good');
  expect(show(format)).not.toMatch(unsafe);
});

test.each(formatNames)('%s: no text is a command to the runner of GitHub Actions', (format) => {
  const lines = show(format).split('\n');
  expect(lines.filter((line) => line.includes('##['))).toEqual([]);
  const commands = lines.filter((line) => line.trimStart().startsWith('::'));
  expect(commands.filter((line) => !/^::\w+ (file|title)=/.test(line))).toEqual([]);
  expect(commands.length > 0).toBe(format === 'github');
});

test('pretty: no text can begin a line, so none can pass for a verdict', () => {
  expect(show('pretty')).not.toMatch(/^✓/m);
  expect(stripVTControlCharacters(show('pretty', true))).toBe(show('pretty'));
});

test('json: the data is unchanged', () => {
  expect(JSON.parse(show('json'))).toEqual(JSON.parse(JSON.stringify(hostile.result)));
});

test.each(['sarif', 'evidence'] as const)('%s: no text is a link, and none is taken for an argument', (format) => {
  const [{ results, invocations }] = JSON.parse(show(format)).runs;
  const [{ toolExecutionNotifications, toolConfigurationNotifications }] = invocations;
  const said = [...results, ...toolExecutionNotifications, ...toolConfigurationNotifications];
  const messages = said.map((each: { message: object }) => JSON.stringify(each.message));
  expect(messages.join('')).toContain('SARIF_BUILDER_INVALID');
  expect(messages.join('')).not.toMatch(/\]\(|"text":"[^"]*\{/);
});

test('junit: well-formed, with as many tests as findings of other names', () => {
  const elements = xmlElements(show('junit'));
  expect(elements.filter(({ name }) => name === 'testcase').length).toBeGreaterThan(10);
  expect(elements.map(({ name }) => name)).not.toContain('b');
});

test('github: each line is one of ours, with properties of ours', () => {
  const lines = show('github').trimEnd().split('\n');
  const ours = /^::(error|warning|notice) (file=[^:,]+,line=1,)?title=[^:,]*::(?!.*\r)/;
  expect(lines.slice(0, -1).filter((line) => !ours.test(line))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^\d+ failing findings /);
});

test('markdown: no markup, mention, link or formula, and every row has the columns of its table', () => {
  const text = show('markdown').replaceAll(/<\/?code>|<!-- -->|<span>\$<\/span>/g, '');
  const shown = show('markdown').replaceAll('<!-- -->', '\u0000');
  expect(text).not.toMatch(/[<>`$\\]|\]\(/);
  expect(shown).not.toMatch(/@\w|(?<!&)#\d|https?:\/\//);
  const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    expect(
      new Set(
        table
          .trim()
          .split('\n')
          .map((row) => row.split('|').length),
      ).size,
      table,
    ).toBe(1);
  }
});

test('csv: no cell is a formula, and every row has the columns of the head', () => {
  const rows = csvRows([...(loaded.get('csv')?.(hostile, options) ?? [])].join(''));
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([19]));
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});
