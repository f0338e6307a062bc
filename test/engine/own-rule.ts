import type { ActiveRule, Rule } from '../../src/rules/rule.ts';

const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/** A rule in force, of which a test gives what it is about. */
export function ownRule(given: Partial<Rule>, parameters: { readonly [name: string]: unknown } = {}): ActiveRule {
  const rule: Rule = {
    id: 'OWN-1',
    name: 'own-rule',
    title: 'Own rule',
    description: 'A rule of the user.',
    target: 'protectedResource',
    severity: 'medium',
    require: { fact: 'accountId', operator: 'exists', value: true },
    message: '{{target}} fails',
    remediation: 'Do something.',
    ...given,
  };
  return {
    rule,
    origin: 'own',
    file: 'own.json',
    requirePlace: { file: 'own.json', region },
    severity: rule.severity,
    parameters,
  };
}
