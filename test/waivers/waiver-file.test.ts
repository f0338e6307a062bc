import { describe, expect, test } from 'vitest';
import { formatFault } from '../../src/errors.ts';
import { parseJsonFile } from '../../src/json-file.ts';
import { checkWaivers } from '../../src/waivers/waiver-file.ts';
import { activeRule } from '../reporters/fixture.ts';

const rules = [activeRule({ id: 'BKP301', name: 'air-gapped-copy' })];
const check = { rules, asOf: '2026-11-20T06:00:00.000Z', maxDays: 90 };
const texts = '"reason": "r", "owner": "o", "expires": "2026-12-31"';

const faultsOf = (text: string): readonly string[] =>
  checkWaivers(parseJsonFile('w.json', text, 'jsonc'), check).faults.map(formatFault);

test('a waiver is read with its place, comments allowed', () => {
  const text = `// Accepted.\n{ "waivers": [\n  { "rule": "BKP301", "match": { "id": "arn:*" }, ${texts}, "ticket": "SEC-1" },\n] }`;
  const { waivers, faults } = checkWaivers(parseJsonFile('w.json', text, 'jsonc'), check);
  expect(faults).toEqual([]);
  expect(waivers).toMatchObject([
    { rule: 'BKP301', match: { id: 'arn:*' }, owner: 'o', ticket: 'SEC-1', place: { file: 'w.json' } },
  ]);
  expect(waivers[0]?.place.region.startLine).toBe(3);
});

const print = 'a'.repeat(32);

describe('accepted', () => {
  test.each([
    `{ "rule": "air-gapped-copy", "match": { "id": "x" }, ${texts} }`,
    `{ "rule": "*", "match": { "accountId": ["1111*", "2222*"] }, ${texts} }`,
    `{ "rule": "BKP301", "match": { "tags": { "env": "dev" } }, ${texts} }`,
    `{ "fingerprint": "${print}", ${texts} }`,
    `{ "rule": "BKP301", "fingerprint": "${print}", ${texts} }`,
    // A day that is over is no mistake: the finding is open again, and says so.
    `{ "rule": "BKP301", "match": { "id": "x" }, "reason": "r", "owner": "o", "expires": "2020-01-01" }`,
    // 90 days from the day that is judged for.
    `{ "rule": "BKP301", "match": { "id": "x" }, "reason": "r", "owner": "o", "expires": "2027-02-18" }`,
  ])('%s', (entry) => {
    expect(faultsOf(`{ "waivers": [${entry}] }`)).toEqual([]);
  });
});

describe('refused', () => {
  test.each([
    [`{ "rule": "BKP302", "match": { "id": "x" }, ${texts} }`, 'unknown rule "BKP302"; did you mean "BKP301"?'],
    [`{ "rule": "BKP301", ${texts} }`, 'expected "match" or "fingerprint": a waiver says what it accepts'],
    [
      `{ "rule": "BKP301", "match": { "id": "x" }, "fingerprint": "${print}", ${texts} }`,
      '"match" and "fingerprint" are two ways to say it: keep one',
    ],
    [`{ "match": { "id": "x" }, ${texts} }`, 'expected "rule": the id or name of one, or "*" for every rule'],
    [
      `{ "rule": "BKP301", "match": { "acountId": "1" }, ${texts} }`,
      'unknown member "acountId"; did you mean "accountId"?',
    ],
    [`{ "fingerprint": "abc", ${texts} }`, 'expected the fingerprint of a finding: 32 hexadecimal digits'],
    [
      `{ "rule": "BKP301", "match": { "id": "x" }, "reason": " ", "owner": "o", "expires": "2026-12-31" }`,
      'expected some text',
    ],
    [
      `{ "rule": "BKP301", "match": { "id": "x" }, "reason": "r", "owner": "o", "expires": "2027-02-19" }`,
      '"maxWaiverDays" of the config allows 90 days: expected 2027-02-18 or earlier',
    ],
    [
      `{ "rule": "BKP301", "match": { "id": "x" }, "reason": "r", "owner": "o", "expires": "next year" }`,
      'expected a day, as "2027-03-31"',
    ],
  ])('%s: %s', (entry, message) => {
    const faults = faultsOf(`{ "waivers": [${entry}] }`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^w\.json:1:\d+: /);
    expect(faults[0]).toContain(message);
  });

  test('all faults at once, a missing owner and reason too', () => {
    const faults = faultsOf(
      '{ "waivers": [{ "rule": "BKP301", "match": { "id": "x" }, "expires": "2026-12-31" }, 5] }',
    );
    expect(faults.map((fault) => fault.replace(/^[^ ]* /, ''))).toEqual([
      'the member "reason" is missing',
      'the member "owner" is missing',
      'expected an object, got 5',
    ]);
  });
});
