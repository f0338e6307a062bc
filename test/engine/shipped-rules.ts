import { readdirSync, readFileSync } from 'node:fs';
import type { ActiveRule, Rule } from '../../src/rules/rule.ts';

const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/** The rules that ship, with their own severities and default parameters; that they load is tested elsewhere. */
export const shippedRules: readonly ActiveRule[] = readdirSync('rules')
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => {
    const file = `rules/${name}`;
    const rule: Rule = JSON.parse(readFileSync(file, 'utf8'));
    const defaults = Object.entries(rule.parameters ?? {}).map(([key, parameter]) => [key, parameter.default]);
    const parameters = Object.fromEntries(defaults);
    return { rule, origin: 'shipped', file, requirePlace: { file, region }, severity: rule.severity, parameters };
  });

const first = ['BKP102', 'BKP301', 'BKP401', 'BKP507'];

/** Those that the contract gives in full: what a test of something else judges by. */
export const firstRules: readonly ActiveRule[] = shippedRules.filter(({ rule }) => first.includes(rule.id));
