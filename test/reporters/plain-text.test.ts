import { expect, test } from 'vitest';
import { plainText } from '../../src/reporters/plain-text.ts';

test.each([
  ['line breaks and tabs', 'a\r\nb\tc\u2028d\u0085e', 'a b c d e'],
  ['a colour', '\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
  ['an 8-bit control sequence', '\u009b2J', '\\u{9b}2J'],
  ['a terminal title and bell', '\u001b]0;owned\u0007', '\\u{1b}]0;owned\\u{7}'],
  ['backspaces and nul', 'a\b\0', 'a\\u{8}\\u{0}'],
  ['bidi controls', 'a\u202etxt.exe\u2066', 'a\\u{202e}txt.exe\\u{2066}'],
  ['zero-width characters', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
  ['half of a pair', 'a\ud800b', 'a\\u{d800}b'],
  ['a command of a pipeline', '::add-mask::x', '\\u{3a}:add-mask::x'],
  ['one where a line may break', 'a\t::Error file=b::c', 'a \\u{3a}:Error file=b::c'],
  ['one of the old form', 'a###[error]b', 'a#\\u{23}#[error]b'],
])('%s cannot act, and can be seen', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each([
  'orders-db',
  'Übergröße',
  '注文',
  'ordre 🗄',
  "it's <b>bold</b> & [x](y)",
  'cafe\u0301',
  'arn:aws:ec2:eu-west-1::image/x',
  'from ::/0 ::1 ::ffff:1',
  'a::error::',
  '## [x] #[y]',
])('%s stays as it is', (text) => expect(plainText(text)).toBe(text));

test('plain text stays the same when made plain again', () => {
  const hostile = ' \u001b[2J\u202e  a\n\nb ::error::##[x]';
  expect(plainText(plainText(hostile))).toBe(plainText(hostile));
});
