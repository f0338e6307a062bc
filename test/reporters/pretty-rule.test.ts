import { expect, test } from 'vitest';
import { pretty } from '../../src/reporters/pretty.ts';
import type { Finding } from '../../src/result.ts';
import { activeRule, finding, options, reportOf, resource } from './fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const show = (findings: readonly Finding[], width = 80) =>
  [...pretty(reportOf({ rules: [rule], findings }), { ...options, width })].join('');
const says = (name: string, message: string) => finding(rule, resource(name), { message });

test('findings with one message stand under it, with their names taken out of it', () => {
  const text = show([says('a', 'a is kept 9 days'), says('b', 'b is kept 9 days'), says('c', 'c is kept 8 days')]);
  expect(text.match(/^ {2}\S.* days$/gm)).toEqual(['  each of these is kept 9 days', '  c is kept 8 days']);
});

test.each([
  ['not as part of a word', 'is', 'this is this', 'this each of these this'],
  ['not as part of a name', 'orders', 'orders-db is bad', 'orders-db is bad'],
  ['not where it is missing', 'users', 'nothing is known', 'nothing is known'],
  ['before a full stop', 'users', 'nobody tests users.', 'nobody tests each of these.'],
])('a name is taken out where it stands alone: %s', (_, name, message, shown) => {
  expect(show([says(name, message), says(name, message)])).toContain(`\n  ${shown}\n`);
});

test('a target without a name goes by its id, without a type by its kind, and needs no place', () => {
  const bare = { kind: 'restoreJob', id: 'D5E3-77' };
  expect(show([finding(rule, bare)])).toContain('\n    D5E3-77  restoreJob\n');
});

test('a severity that differs from the heading is told', () => {
  const mild = finding(rule, resource('b'), { severity: 'low' });
  const text = show([finding(rule, resource('a')), mild]);
  expect(text).toContain('\n    a  RDS  111122223333/eu-west-1  high\n    b  RDS  111122223333/eu-west-1  low\n');
});

test('an ARN longer than the line stands alone and whole', () => {
  const arn = `arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/${'f'.repeat(40)}`;
  const text = show(
    [finding(rule, { ...resource('x'), id: arn, name: arn }, { message: `Point of ${arn} is too old` })],
    60,
  );
  expect(text).toContain(`\n  Point of\n  ${arn}\n  is too old\n`);
  expect(text).toContain(`\n    ${arn}\n      RDS  111122223333/eu-west-1\n`);
});

test('a finding of a rule that the result does not list is still shown', () => {
  const report = reportOf({ rules: [], findings: [finding(rule, resource('a'))] });
  const text = [...pretty({ ...report, rules: [] }, options)].join('');
  expect(text).toContain('✗ HIGH BKP301 air-gapped-copy: 1 of 1 fails\n\n  a is not good\n');
});
