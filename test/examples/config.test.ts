import { existsSync, readFileSync } from 'node:fs';
import { type ParseError, parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { kinds } from '../../src/catalogue/kinds.ts';
import { at } from './estate.ts';

const folder = new URL('../../examples/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('the config is JSON with comments, and the rule files that it names are there', () => {
  const errors: ParseError[] = [];
  const config: unknown = parse(read('backuplint.json'), errors);
  expect(errors).toEqual([]);
  expect(at(config, 'extends')).toEqual(['recommended']);
  const files = at(config, 'ruleFiles');
  expect(files).toEqual(['own-rule.json']);
  expect(existsSync(new URL('own-rule.json', folder))).toBe(true);
});

test('the own rule is plain JSON with all that a rule must have', () => {
  const rule: unknown = JSON.parse(read('own-rule.json'));
  const required = 'id name title description target severity require message remediation'.split(' ');
  expect(required.filter((name) => at(rule, name) === undefined)).toEqual([]);
  expect(String(at(rule, 'id'))).toMatch(/^[A-Z]{2,8}-?[0-9]{1,6}$/);
  expect(Object.keys(kinds)).toContain(at(rule, 'target'));
});
