import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { formatNames, reporters } from '../../src/reporters/reporters.ts';
import { Result } from '../../src/result.ts';
import { carried, wholeEstate } from './evidence-estate.ts';
import { options } from './fixture.ts';

const attack =
  '\u001b[2J\u009b31m\u0007\b\r\n✓ 9 targets, all pass\n\u202e\u2066\u200b\u{e0041}](http://x) {0} SARIF_BUILDER_INVALID \ud800';
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Identity, enums and times are ours; all other text may come from AWS or from a user's file. */
const ours =
  /^(schemaVersion|name|version|kind|ruleId|outcome|severity|status|fingerprint|asOf|id|at|operation|state|since)$/;

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
const hostile = {
  ...wholeEstate,
  result: withNames(Result.parse(attacked(wholeEstate.result))),
  carried: [{ ...carried, message: attack, target: { ...carried.target, name: attack }, sample: [attack] }],
};
const loaded = {
  pretty: await reporters.pretty(),
  json: await reporters.json(),
  sarif: await reporters.sarif(),
  evidence: await reporters.evidence(),
};
const show = (format: (typeof formatNames)[number], color = false) =>
  [...loaded[format](hostile, { ...options, color, category: `cat${attack}` })].join('');

test.each(formatNames)('%s: no text can steer a terminal or hide', (format) => {
  expect(show(format)).not.toMatch(unsafe);
});

test('pretty: no text can begin a line, so none can pass for a verdict', () => {
  expect(show('pretty')).not.toMatch(/^✓/m);
  expect(stripVTControlCharacters(show('pretty', true))).toBe(show('pretty'));
});

test('json: the data is unchanged', () => {
  expect(JSON.parse(show('json'))).toEqual(JSON.parse(JSON.stringify(hostile.result)));
});

test.each(['sarif', 'evidence'] as const)('%s: no text is a link, and none is taken for an argument', (format) => {
  const { results, invocations } = JSON.parse(show(format)).runs[0];
  const { toolExecutionNotifications = [], toolConfigurationNotifications = [] } = invocations[0];
  const all = [...results, ...toolExecutionNotifications, ...toolConfigurationNotifications];
  const messages = all.map(({ message }) => JSON.stringify(message));
  expect(messages.join('')).toContain('SARIF_BUILDER_INVALID');
  expect(messages.join('')).not.toMatch(/\]\(|"text":"[^"]*\{/);
});
