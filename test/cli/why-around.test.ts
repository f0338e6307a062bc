import { expect, test } from 'vitest';
import { pageOf } from '../../src/reporters/pretty/page.ts';
import { aroundLines, notInForceLines } from '../../src/reporters/why/around-lines.ts';
import type { WhyThing } from '../../src/why-result.ts';

const page = pageOf({ width: 100, color: false });

function thing(askNext: readonly string[], given: Partial<WhyThing> = {}): WhyThing {
  const outcomes = { pass: 0, fail: 1, notApplicable: 2, unknown: 0 };
  const rule = { ruleId: 'BKP102', ruleName: 'minimum-retention' };
  return {
    ...{ target: { kind: 'backupVault', id: 'x' }, outcomes, rules: [], notInForce: [] },
    related: [{ relation: 'recoveryPoints', kind: 'recoveryPoint', ...rule, outcomes, askNext: [...askNext] }],
    ...given,
  };
}

test.each([
  ['an ARN as it is', 'arn:aws:s3:::bucket', 'backuplint why arn:aws:s3:::bucket'],
  ['what a shell would read otherwise in quotes', 'a b;$(c)', "backuplint why 'a b;$(c)'"],
  ['a quote', "it's", "backuplint why 'it'\\''s'"],
  ['no terminal escape', 'a\u001b[31mb', "backuplint why 'a\\u{1b}[31mb'"],
])('whom to ask next: %s', (_, id, line) => {
  expect(
    aroundLines(thing([id]), page)
      .at(-1)
      ?.trim(),
  ).toBe(line);
});

test('counts leave out what there is none of', () => {
  expect(aroundLines(thing([]), page).at(-1)).toBe(
    '  recovery points  BKP102 minimum-retention  1 fail, 2 not applicable',
  );
});

test('nothing around it, nothing said', () => {
  expect(aroundLines(thing([], { related: [] }), page)).toEqual([]);
});

test('no rule at all', () => {
  expect(notInForceLines(thing([]), page).join(' ')).toBe(' No rule in force judges this kind of thing (backupVault).');
});
