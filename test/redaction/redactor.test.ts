import { expect, test } from 'vitest';
import { redactorOf } from '../../src/redaction/redactor.ts';

const keys = { aliases: { 111122223333: 'main' }, key: 'a secret of ours' };
const redact = (text: string, accounts: readonly string[] = []) => redactorOf(keys, accounts).redact(text);

test.each([
  ['an id', '111122223333', 'main'],
  ['as the console writes it', '1111-2222-3333', 'main'],
  ['in an ARN', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:a', 'arn:aws:backup:eu-west-1:main:backup-vault:a'],
  ['an account that has an alias, in a longer number', 'x9111122223333', 'x9main'],
  ['a date and a phone number of other groups', '2026-11-20, 555-1234-5678', '2026-11-20, 555-1234-5678'],
  ['thirteen digits that hold no account', '1234567890123', '1234567890123'],
])('%s', (_, text, shown) => {
  expect(redact(text)).toBe(shown);
});

test('an account that is known from elsewhere is seen in a longer number, whichever text comes first', () => {
  const texts = ['x9444455556666', 'arn:aws:backup:eu-west-1:444455556666:backup-vault:a'];
  for (const order of [texts, texts.toReversed()]) {
    const redactor = redactorOf(keys, ['444455556666']);
    for (const text of order) expect(redactor.redact(text)).not.toContain('444455556666');
  }
  const inOneText = 'x9444455556666 of arn:aws:backup:eu-west-1:444455556666:backup-vault:a';
  expect(redact(inOneText)).not.toContain('444455556666');
});

test('what a text becomes does not hang on what was redacted before it', () => {
  const redactor = redactorOf(keys);
  const before = redactor.redact('x9444455556666');
  redactor.redact('arn:aws:backup:eu-west-1:444455556666:backup-vault:a');
  expect(redactor.redact('x9444455556666')).toBe(before);
});

test('each number is another token, and the same one each time', () => {
  expect(redact('444455556666')).toBe(redact('444455556666'));
  expect(redact('444455556666')).not.toBe(redact('444455556667'));
});
