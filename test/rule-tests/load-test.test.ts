import { expect, test } from 'vitest';
import { parseJsonFile } from '../../src/json-file.ts';
import { loadTest } from '../../src/rule-tests/load-test.ts';
import { loadedRule } from '../rules/loaded-rule.ts';

const rules = [
  loadedRule('BKP102', 'minimum-retention', {
    parameters: { minDays: { type: 'number', default: 35, minimum: 1, description: 'Days.' } },
  }),
];
const vault = { kind: 'backupVault', BackupVaultName: 'main', BackupVaultArn: 'arn:aws:backup:r:1:backup-vault:main' };
const file = (changes: object) => ({
  rule: 'BKP102',
  records: { vault },
  cases: [{ name: 'a case', records: ['vault'], expect: 'noTarget' }],
  ...changes,
});
const load = (value: unknown) => loadTest(parseJsonFile('x.test.json', JSON.stringify(value, null, 2)), rules);
const faultsOf = (value: unknown) => {
  const loading = load(value);
  return 'faults' in loading ? loading.faults.map(({ line, message }) => `${line}: ${message}`) : [];
};
const oneCase = (changes: object) => file({ cases: [{ name: 'a case', records: [], expect: 'pass', ...changes }] });

test('a sound file', () => {
  const loading = load(file({ asOf: '2026-11-01T00:00:00Z' }));
  if (!('test' in loading)) throw new Error('faults');
  expect(loading.test).toMatchObject({ file: 'x.test.json', asOf: '2026-11-01T00:00:00.000Z' });
  expect(loading.test.cases[0]?.active.parameters).toEqual({ minDays: 35 });
});

test.each<[string, unknown, readonly string[]]>([
  ['an unknown rule', file({ rule: 'BKP120' }), ['2: unknown rule "BKP120"; did you mean "BKP102"?']],
  ['an unknown member', file({ case: [] }), ['19: unknown member "case"; did you mean "cases"?']],
  [
    'a record nobody named',
    oneCase({ records: ['vaults'] }),
    ['14: no record of this file has the name "vaults"; did you mean "vault"?'],
  ],
  [
    'like a record nobody named',
    oneCase({ records: [{ like: 'point' }] }),
    ['14: no record of this file has the name "point"; expected "vault"'],
  ],
  [
    'no kind',
    oneCase({ records: [{ Status: 'COMPLETED' }] }),
    ['14: the member "kind" is missing: a record has a kind, or is "like" another'],
  ],
  [
    'a mistyped kind and a mistyped field, both told',
    oneCase({ records: [{ kind: 'backupvault' }, { kind: 'backupVault', Lockd: true, Loced: false }] }),
    [
      '14: unknown kind "backupvault"; did you mean "backupVault"?',
      '19: backupVault has no field "Lockd"; did you mean "Locked"?',
      '20: backupVault has no field "Loced"; did you mean "Locked"?',
    ],
  ],
  [
    'a value of another type',
    oneCase({ records: [{ like: 'vault', Locked: 'yes' }] }),
    ['16: "Locked" of backupVault: expected true or false, got "yes"'],
  ],
  [
    'a parameter the rule does not have',
    oneCase({ parameters: { days: 3, minDays: 0 } }),
    ['16: minimum-retention has no parameter "days"; expected "minDays"', '17: expected at least 1, got 0'],
  ],
  [
    'an unknown operation',
    oneCase({ unread: [{ operation: 'ListBackupVault' }] }),
    ['17: unknown operation "ListBackupVault"; did you mean "ListBackupVaults"?'],
  ],
  [
    'an unknown outcome',
    oneCase({ expect: 'passes' }),
    ['14: expected one of "pass", "fail", "notApplicable", "unknown", "noTarget", got "passes"; did you mean "pass"?'],
  ],
  [
    'two cases of one name',
    file({ cases: ['pass', 'fail'].map((expected) => ({ name: 'a case', records: [], expect: expected })) }),
    ['17: another case of this file has this name: say what is different'],
  ],
])('%s', (_, value, expected) => {
  expect(faultsOf(value)).toEqual(expected);
});
