import { expect, test } from 'vitest';
import { demandOf } from '../../src/rules/demand.ts';
import type { Match } from '../../src/rules/match.ts';
import type { ActiveRule, LoadedRule, Rule } from '../../src/rules/rule.ts';
import { loadedRule } from './loaded-rule.ts';

const ruleOf = (id: string, members: Partial<Rule>): LoadedRule => {
  const loaded = loadedRule(id, id.toLowerCase());
  return { ...loaded, rule: { ...loaded.rule, ...members } };
};
const exists = (fact: string) => ({ all: [{ fact, operator: 'exists', value: true }] });

const points = ruleOf('B-1', {});
const vaults = ruleOf('C-1', { target: 'backupVault', require: exists('Locked') });
const storage = ruleOf('A-1', { require: exists('StorageClass') });
const scope = ruleOf('D-1', { target: 'scope', require: exists('complete') });

test.each<[string, readonly LoadedRule[], readonly (readonly [operation: string, rules: readonly string[]])[]]>([
  ['no rule', [], []],
  ['a rule that reads nothing of its own', [scope], []],
  ['one list', [vaults], [['ListBackupVaults', ['C-1']]]],
  [
    'rules and operations are sorted, whatever order they come in',
    [vaults, points, scope, storage],
    [
      ['DescribeRecoveryPoint', ['A-1']],
      ['ListBackupVaults', ['A-1', 'B-1', 'C-1']],
      ['ListRecoveryPointsByBackupVault', ['A-1', 'B-1']],
    ],
  ],
])('%s', (_, rules, expected) => {
  expect(demandOf(rules)).toEqual(expected.map(([operation, ids]) => ({ operation, rules: ids })));
});

const overridden = (loaded: LoadedRule, match: Match): Pick<ActiveRule, 'rule' | 'overrides'> => ({
  ...loaded,
  overrides: [
    { match: { id: '*' }, parameters: {} },
    { match, parameters: {} },
  ],
});

test.each<[LoadedRule, Match, readonly string[]]>([
  [vaults, { vault: 'main', accountId: '1*', region: '*' }, ['ListBackupVaults']],
  [vaults, { tags: { tier: 'gold' } }, ['GetResources', 'ListBackupVaults']],
  [scope, { accountId: '1*' }, []],
])('an override has that read by which it matches: %#', (loaded, match, operations) => {
  const demand = demandOf([overridden(loaded, match), points]);
  const own = demand.filter(({ rules }) => rules.includes(loaded.rule.id)).map(({ operation }) => operation);
  expect(own).toEqual(operations);
  expect(demand.filter(({ rules }) => rules.includes('B-1')).map(({ operation }) => operation)).not.toContain(
    'GetResources',
  );
});
