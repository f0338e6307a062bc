import { expect, test } from 'vitest';
import { compareNaturally, controlsOf } from '../../src/rules/controls.ts';
import type { ActiveRule, Requirement } from '../../src/rules/rule.ts';
import { loadedRule } from './loaded-rule.ts';

test.each([
  'AC-3 CP-6(1) CP-9 CP-9(2) CP-9(10) CP-10',
  'A.5.30 A.8.2 A.8.13',
  '164.308(a)(7)(i) 164.308(a)(7)(ii)(D) 164.312(c)(1)',
  '3.5.1 10.5.1 12.10.1',
  'REL9-BP01 REL09-BP01 REL09-BP04 REL13-BP02',
])('controls sort as people count: %s', (line) => {
  const ids = line.split(' ');
  expect(ids.toReversed().sort(compareNaturally)).toEqual(ids);
});

const active = (id: string, name: string, nist: readonly Requirement[]): ActiveRule => {
  const loaded = loadedRule(id, name);
  return { ...loaded, rule: { ...loaded.rule, frameworks: { nist } }, severity: 'low', parameters: {} };
};

test('each control with the rules that map to it', () => {
  const rules = [
    active('BKP1', 'one', [
      { id: 'CP-10', basis: 'judgement' },
      { id: 'CP-9', basis: 'published' },
    ]),
    active('BKP2', 'two', [{ id: 'CP-9', basis: 'judgement' }]),
  ];
  const controls = controlsOf(rules, 'nist').map(({ id, rules: mapped }) => [
    id,
    ...mapped.map(({ rule, basis }) => `${rule.rule.id} ${basis}`),
  ]);
  expect(controls).toEqual([
    ['CP-9', 'BKP1 published', 'BKP2 judgement'],
    ['CP-10', 'BKP1 judgement'],
  ]);
  expect(controlsOf(rules, 'iso')).toEqual([]);
});
