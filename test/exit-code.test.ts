import { expect, test } from 'vitest';
import { exitCodeFor, type FailOn } from '../src/exit-code.ts';
import type { Severity } from '../src/severity.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

type Case = readonly [
  failing: Severity | 'nothing',
  incomplete: boolean,
  failOn: FailOn,
  allow: boolean,
  code: 0 | 1 | 3,
];

test.each<Case>([
  ['nothing', false, 'high', false, 0],
  ['nothing', false, 'info', false, 0],
  ['high', false, 'high', false, 1],
  ['critical', false, 'high', false, 1],
  ['medium', false, 'high', false, 0],
  ['medium', false, 'medium', false, 1],
  ['high', false, 'critical', false, 0],
  ['info', false, 'info', false, 1],
  ['info', false, 'low', false, 0],
  ['critical', false, 'never', false, 0],
  // Incomplete: 1 wins over 3, and not failing on anything does not make a scan complete.
  ['nothing', true, 'high', false, 3],
  ['medium', true, 'high', false, 3],
  ['critical', true, 'high', false, 1],
  ['critical', true, 'never', false, 3],
  ['nothing', true, 'high', true, 0],
  ['critical', true, 'high', true, 1],
  ['critical', true, 'never', true, 0],
  ['nothing', false, 'high', true, 0],
])('%s fails, incomplete %s, --fail-on %s, --allow-incomplete %s: %i', (failing, incomplete, failOn, allow, code) => {
  const findings = failing === 'nothing' ? none : { ...none, [failing]: 2 };
  const outcomes = { pass: 5, fail: 2, notApplicable: 1, unknown: 0 };
  const result = { summary: { targets: 8, outcomes, findings, waived: 0 } };
  expect(exitCodeFor({ result, incomplete, failOn, allowIncomplete: allow })).toBe(code);
});
