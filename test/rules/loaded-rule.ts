import type { LoadedRule, Rule } from '../../src/rules/rule.ts';

type Given = { readonly origin?: LoadedRule['origin']; readonly parameters?: NonNullable<Rule['parameters']> };

/** A rule as the loader gives it. */
export const loadedRule = (id: string, name: string, { origin = 'shipped', parameters }: Given = {}): LoadedRule => {
  const file = `${name}.json`;
  return {
    origin,
    file,
    requirePlace: { file, region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } },
    rule: {
      id,
      name,
      title: 'A title',
      description: 'Why it matters.',
      target: 'recoveryPoint',
      severity: 'medium',
      ...(parameters === undefined ? {} : { parameters }),
      require: { all: [{ fact: 'usable', operator: 'equal', value: true }] },
      message: '{{target}}',
      remediation: 'Mend it.',
    },
  };
};
