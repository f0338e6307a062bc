import { expect, test } from 'vitest';
import type { Message, Rule } from '../../src/rules/rule.ts';
import { activeRule, finding, reportOf, resource } from './fixture.ts';
import { sarifRun } from './sarif-file.ts';

const named = { id: 'BKP301', name: 'air-gapped-copy' };
const descriptorOf = (given: Partial<Rule>) =>
  sarifRun(reportOf({ rules: [activeRule({ ...named, ...given })] })).tool.driver.rules?.[0];

test('a rule is told whole', async () => {
  const rule = activeRule(
    { ...named, frameworks: { 'nist-800-53-r5': [{ id: 'CP-9(3)', basis: 'judgement' }] } },
    { parameters: { maxAgeDays: 3 }, severity: 'critical' },
  );
  const descriptor = sarifRun(reportOf({ rules: [rule] })).tool.driver.rules?.[0];
  await expect(`${JSON.stringify(descriptor, null, 2)}\n`).toMatchFileSnapshot('expected/sarif-rule.json');
});

test('texts too long for GitHub are cut between words, tags after the tenth', () => {
  const controls = Array.from({ length: 30 }, (_, at) => ({ id: `CP-${at}`, basis: 'judgement' as const }));
  const rule = descriptorOf({
    title: 'word '.repeat(400),
    description: 'x'.repeat(2000),
    frameworks: { nist: controls },
  });
  expect(rule?.shortDescription?.text).toMatch(/ word…$/);
  expect(rule?.fullDescription?.text).toMatch(/^x{1023}…$/);
  expect(rule?.properties?.tags).toHaveLength(10);
});

test.each([
  [[], undefined],
  [['not a link', 'https://docs.aws.amazon.com/x'], 'https://docs.aws.amazon.com/x'],
])('references %j', (references, helpUri) => {
  expect(descriptorOf({ references })?.helpUri).toBe(helpUri);
});

const cases: Message = [
  { when: { all: [] }, text: 'The newest test of {{target}} is more than {{maxAgeDays}} days old' },
  { when: { all: [] }, text: '{{target}} ended {{lastTest.Status}}: {{lastTest.StatusMessage}}' },
  { text: '{{target}} was never tested' },
];

test.each<[string, string, string, string[]]>([
  ['the first text', 'The newest test of db is more than 30 days old', 'message1', ['db', '30']],
  ['a value at the end', 'db ended FAILED: no space: left', 'message2', ['db', 'FAILED', 'no space: left']],
  ['with the scopes read', 'db was never tested (in the one scope read)', 'message3', ['db']],
  ['none of them', 'something else', 'plain', ['db', 'something else']],
  ['braces and links in a value', 'a]({0}) was never tested', 'message3', ['a] ((0))']],
])('a message by id and arguments: %s', (_, message, id, values) => {
  const rule = activeRule({ ...named, message: cases });
  const { results, tool } = sarifRun(
    reportOf({ rules: [rule], findings: [finding(rule, resource('db'), { message })] }),
  );
  expect(results[0]?.message).toMatchObject({ id, arguments: values });
  const template = tool.driver.rules?.[0]?.messageStrings?.[id]?.text ?? '';
  expect(template.match(/'\{\d\}'/g)).toHaveLength(values.length);
  expect(template).toMatch(/\.$/);
});

test('the text of a result is the message of the finding', () => {
  const rule = activeRule({ ...named, message: cases });
  const found = finding(rule, resource('db'), { message: 'db was never tested (in the one scope read)' });
  const { results } = sarifRun(reportOf({ rules: [rule], findings: [found] }));
  expect(results[0]?.message.text).toBe('db was never tested (in the one scope read).');
});
