import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonFile } from '../../src/json-file.ts';
import { checkRule } from '../../src/rules/check-rule.ts';
import { operationsOf } from '../../src/rules/demand.ts';
import { all, ruleText } from './checked-text.ts';

const rule = ruleText({
  parameters: '{ "limit": { "type": "number", "default": 7, "description": "Days." } }',
  facts: '{ "last": { "fact": "newest", "params": { "of": "copyJobs", "take": 2, "fact": "State" } } }',
  when: '{ "not": { "any": [{ "fact": "vault", "path": "$.lockState", "operator": "equal", "value": "none" }] } }',
  require: all(
    '{ "fact": "days", "params": { "from": "CreationDate", "to": "asOf" }, "operator": "lessThan", "value": { "fact": "parameters", "path": "$.limit" } }',
    '{ "fact": "last", "operator": "someFact:in", "value": ["FAILED", "PARTIAL"] }',
    `{ "fact": "count", "params": { "of": "resource.recoveryPoints", "where": ${all('{ "fact": "target", "path": "$.usable", "operator": "exists", "value": true }')} }, "operator": "equal", "value": 0 }`,
  ),
  message:
    '[{ "when": { "all": [{ "fact": "usable", "operator": "equal", "value": true }] }, "text": "{{region}}" }, { "text": "x" }]',
});

const word = fc.constantFrom(
  'of',
  'fact',
  'where',
  'count',
  'values',
  'vault',
  'ScanResults',
  'parameters',
  'target',
  'asOf',
  'constructor',
  'toString',
  '$.length',
  '$[0]',
  '$.constructor',
  'swap:in',
  'not:not:equal',
  'everyValue:contains',
  'copyJobs.resource',
  '',
  '{{',
  '.',
);
const replacement = fc.oneof(
  word,
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -1, max: 3 }),
  fc.constant([]),
  fc.constant({}),
  fc.array(word, { maxLength: 2 }),
  word.map((fact) => ({ fact })),
  word.map((of) => ({ of })),
  fc.dictionary(word, word, { maxKeys: 2 }),
);

/** The JSON value with its nth part replaced. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  let left = at;
  const visit = (part: unknown): unknown => {
    left -= 1;
    if (left === -1) return by;
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, visit(each)]));
  };
  return visit(value);
}

test('no file makes the checker throw, and each fault has a line', () => {
  const parts = fc.array(fc.tuple(fc.nat({ max: 110 }), replacement), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, (changes) => {
      const value = changes.reduce<unknown>((changed, [at, by]) => replaced(changed, at, by), JSON.parse(rule));
      const { rule: read, faults } = checkRule(parseJsonFile('rule.json', JSON.stringify(value, null, 2)), 'own');
      expect(faults.every(({ line, column, message }) => line && column && message)).toBe(true);
      if (read !== undefined) expect(operationsOf(read)).toEqual([...operationsOf(read)].sort());
      return read !== undefined || faults.length > 0;
    }),
    { numRuns: 2000, seed: 7 },
  );
});
