import { describe, expect, test } from 'vitest';
import { compare, matches } from '../../src/engine/operators.ts';

describe("IAM's patterns", () => {
  test.each<[string, string, boolean]>([
    ['*', '', true],
    ['*', 'a/b:c', true],
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['a*', 'a', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbb', false],
    ['a*b*c', 'axbxbc', true],
    ['*ab', 'aab', true],
    ['?', 'a', true],
    ['?', '', false],
    ['??', 'a', false],
    ['a?c', 'a/c', true],
    ['ABC', 'abc', false],
    ['a.c', 'abc', false],
    ['a[bc]', 'ab', false],
    ['a[bc]', 'a[bc]', true],
    ['***', 'a', true],
    [
      'arn:aws:backup:*:1111*:backup-vault:*',
      'arn:aws:backup:eu-west-1:111122223333:backup-vault:aws/efs/automatic',
      true,
    ],
    ['arn:aws:backup:*:2222*:backup-vault:*', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main', false],
    ['*?', '', false],
    ['*?', 'a', true],
    ['a*', 'ba', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  test('no pattern takes long', () => {
    const start = performance.now();
    expect(matches(`${'a*'.repeat(50)}b`, 'a'.repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test('an operator that nobody knows is a bug', () => {
  expect(() => compare('resembles', 1, 1)).toThrow('unknown operator resembles');
});
