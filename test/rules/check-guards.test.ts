import { expect, test } from 'vitest';
import { all, any, at, checked, ruleText } from './checked-text.ts';

const facts = `{
    "lastCopy": { "fact": "newest", "params": { "of": "copyJobs" } },
    "vaultState": { "fact": "vault", "path": "$.VaultState" } }`;
const advice =
  'guard it with "exists" true on the same reference in the same "all", or "exists" false beside it in an "any"';
const fact = (name: string, why = 'this operator') =>
  `"${name}" may be absent, and of what is absent ${why} says true: ${advice}`;
const value = (name: string) => `the value "${name}" may be absent, and absent equals absent: ${advice}`;
const leaf = (reference: string, operator: string, right: string) =>
  `{ ${reference}, «"operator": "${operator}", "value": ${right} }`;
const exists = (reference: string, right = true) => `{ ${reference}, "operator": "exists", "value": ${right} }`;

const storage = '"fact": "StorageClass"';
const vaultType = '"fact": "vault", "path": "$.VaultType"';
const lockState = '"fact": "vault", "path": "$.lockState"';
const deletedAfter = '"fact": "Lifecycle", "path": "$.DeleteAfterDays"';
const hours = '"fact": "hours", "params": { "from": "CompletionDate" }';
const differs = leaf(storage, 'notEqual', '"COLD"');
const count = (where: string) =>
  all(`{ "fact": "count", "params": { "of": "copyJobs", "where": ${where} }, "operator": "equal", "value": 0 }`);
const sameSource = (right: string) => `{ "fact": "IamRoleArn", "operator": "equal", «"value": ${right} }`;
const targetRole = '"fact": "target", "path": "$.IamRoleArn"';

test.each([
  [all(differs), fact('StorageClass')],
  [all(leaf(storage, 'notIn', '["COLD"]')), fact('StorageClass')],
  [all(leaf(storage, 'not:equal', '"COLD"')), fact('StorageClass')],
  [
    all(leaf('"fact": "ScanResults", "path": "$[0].Findings"', 'doesNotContain', '"MALWARE"')),
    fact('ScanResults[0].Findings'),
  ],
  [`{ "not": ${leaf(storage, 'equal', '"COLD"')} }`, fact('StorageClass', 'the "not" around it')],
  [
    `{ "not": ${any(leaf(storage, 'equal', '"COLD"'), '{ "fact": "usable", "operator": "equal", "value": false }')} }`,
    fact('StorageClass', 'the "not" around it'),
  ],
  [all(leaf(deletedAfter, 'notEqual', '7'), exists('"fact": "Lifecycle"')), fact('Lifecycle.DeleteAfterDays')],
  [all(leaf(lockState, 'notEqual', '"none"')), fact('vault.lockState')],
  [all(leaf(vaultType, 'notEqual', '"BACKUP_VAULT"'), exists('"fact": "vault"')), fact('vault.VaultType')],
  [all(leaf('"fact": "lastCopy", "path": "$.State"', 'notEqual', '"FAILED"')), fact('lastCopy.State')],
  [all(leaf('"fact": "vaultState"', 'notEqual', '"FAILED"'), exists('"fact": "vault"')), fact('vaultState')],
  [all(leaf(hours, 'notEqual', '0')), fact('hours')],
  [
    all(leaf('"fact": "plus", "params": { "of": [1, { "fact": "BackupSizeInBytes" }] }', 'notEqual', '0')),
    fact('plus'),
  ],
  // Guards of the wrong kind, on another reference, or in another group prove nothing.
  [all(differs, exists(storage, false)), fact('StorageClass')],
  [any(differs, exists(storage)), fact('StorageClass')],
  [all(differs, all(exists(storage))), fact('StorageClass')],
  [all(differs, exists('"fact": "IndexStatus"')), fact('StorageClass')],
  [
    all(
      exists('"fact": "IamRoleArn"'),
      `{ "fact": "count", "params": { "of": "copyJobs", "where": ${all(leaf('"fact": "IamRoleArn"', 'notEqual', '"x"'))} }, "operator": "equal", "value": 0 }`,
    ),
    fact('IamRoleArn'),
  ],
  [
    all('{ "fact": "ageDays", "operator": "lessThan", «"value": { "fact": "BackupSizeInBytes" } }'),
    value('BackupSizeInBytes'),
  ],
  [count(all(sameSource(`{ ${targetRole} }`))), value('target.IamRoleArn')],
  [count(all(sameSource(`{ ${targetRole} }`), exists('"fact": "IamRoleArn"'))), value('target.IamRoleArn')],
])('%s', async (condition, message) => {
  const { faults, marks } = await checked(ruleText({ facts, require: condition }));
  expect(faults).toEqual(at(marks, [message]));
});

test.each([
  all(differs, exists(storage)),
  all(exists(storage), any(differs, all(differs))),
  any(exists(storage, false), differs),
  any(exists(storage, false), all('{ "fact": "usable", "operator": "equal", "value": true }', differs)),
  all(leaf(lockState, 'notEqual', '"none"'), exists('"fact": "vault"')),
  all(leaf(lockState, 'notEqual', '"none"'), exists(vaultType)),
  all(leaf(lockState, 'notEqual', '"none"'), exists('"fact": "vault", "path": "$[\'lockState\']"')),
  any(exists(deletedAfter, false), leaf(deletedAfter, 'notEqual', '7')),
  all(exists('"fact": "lastCopy"'), leaf('"fact": "lastCopy", "path": "$.State"', 'notEqual', '"FAILED"')),
  all(exists('"fact": "vaultState"'), leaf('"fact": "vaultState"', 'notEqual', '"FAILED"')),
  all(exists('"fact": "CompletionDate"'), leaf(hours, 'notEqual', '0')),
  all(exists('"fact": "hours", "params": { "from": { "fact": "CompletionDate" } }'), leaf(hours, 'notEqual', '0')),
  count(all(sameSource(`{ ${targetRole} }`), exists(targetRole))),
  count(
    all(
      exists(targetRole),
      '{ "fact": "recoveryPoint", "operator": "exists", "value": true }',
      sameSource(`{ ${targetRole} }`),
    ),
  ),
  // Never absent, so nothing to guard.
  all(leaf('"fact": "Status"', 'notEqual', '"PARTIAL"')),
  all(leaf('"fact": "retentionDays"', 'notEqual', '7')),
  all(leaf('"fact": "supports", "path": "$.airGappedVault"', 'notEqual', 'true')),
  all(leaf('"fact": "count", "params": { "of": "copyJobs" }', 'notEqual', '0')),
  all(
    leaf('"fact": "newest", "params": { "of": "copyJobs", "take": 2, "fact": "State" }', 'doesNotContain', '"FAILED"'),
  ),
  all(leaf('"fact": "days", "params": { "from": "CreationDate" }', 'notEqual', '0')),
  `{ "not": ${exists(storage)} }`,
  all(leaf(storage, 'equal', '"COLD"')),
])('guarded or not in need of it: %s', async (condition) => {
  expect((await checked(ruleText({ facts, require: condition }))).faults).toEqual([]);
});
