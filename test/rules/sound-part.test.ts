import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigFile } from '../../src/config/config-schema.ts';
import { parseJsonFile } from '../../src/json-file.ts';
import { soundPart } from '../../src/rules/sound-part.ts';

const partOf = (value: unknown) => soundPart(parseJsonFile('c.json', JSON.stringify(value)), ConfigFile);
const override = { match: { region: 'eu-*' }, parameters: { minDays: 3 } };

test.each<[string, unknown, unknown, number]>([
  ['a sound one', { failOn: 'low', extends: ['all'] }, { failOn: 'low', extends: ['all'] }, 0],
  ['unknown members', { failon: 'low', scope: { region: [], roleName: 'r' } }, { scope: { roleName: 'r' } }, 2],
  ['a wrong value', { failOn: 'hihg', category: 'c' }, { category: 'c' }, 1],
  [
    'within a rule',
    { rules: { a: { severity: 'x', parameters: { n: 1 } }, b: 'off' } },
    { rules: { a: { parameters: { n: 1 } }, b: 'off' } },
    1,
  ],
  ['a rule of another type', { rules: { a: 7, b: 'off' } }, { rules: { b: 'off' } }, 1],
  ['in a list: the list', { ruleFiles: ['a', 1], failOn: 'low' }, { failOn: 'low' }, 1],
  [
    'deep in a list: the list, so that no other match is left than the one written',
    { rules: { a: { overrides: [override, { ...override, match: { regoin: 'eu-*' } }] } } },
    { rules: { a: {} } },
    1,
  ],
  ['nothing at all', [], undefined, 1],
])('%s', (_, value, data, faults) => {
  const part = partOf(value);
  expect(part.data).toEqual(data);
  expect(part.faults).toHaveLength(faults);
});

test('whatever is left is sound, and a fault is told exactly where something was taken out', () => {
  const schema = z.strictObject({
    a: z.number().optional(),
    b: z.strictObject({ c: z.string().optional(), d: z.array(z.number()).optional() }).optional(),
  });
  const member = fc.oneof(
    fc.integer(),
    fc.string({ maxLength: 2 }),
    fc.array(fc.oneof(fc.integer(), fc.boolean()), { maxLength: 3 }),
  );
  const inner = fc.oneof(member, fc.dictionary(fc.constantFrom('c', 'd', 'e'), member));
  const any = fc.oneof(member, fc.dictionary(fc.constantFrom('a', 'b', 'x'), inner));
  fc.assert(
    fc.property(any, (value) => {
      const { data, faults } = soundPart(parseJsonFile('c.json', JSON.stringify(value)), schema);
      if (data !== undefined) expect(schema.safeParse(data).success).toBe(true);
      expect(faults.length === 0).toBe(JSON.stringify(data) === JSON.stringify(value));
    }),
    { seed: 11, numRuns: 1000 },
  );
});
