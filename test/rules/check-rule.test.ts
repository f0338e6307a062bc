import { expect, test } from 'vitest';
import { all, at, checked, ruleText } from './checked-text.ts';

const parameters = `{
  "maxAgeDays": { "type": "number", "default": 7, "description": "Days." },
  "regions": { "type": "list", "default": ["eu-west-1"], "description": "Regions." } }`;
const facts = '{ "lastCopy": { "fact": "newest", "params": { "of": "copyJobs" } } }';
const failed = '{ "all": [{ "fact": "lastCopy", "path": "$.State", "operator": "equal", "value": "FAILED" }] }';

test.each([
  ['«"{{target}} is {{retentionDay}}"', '{{retentionDay}}: unknown name "retentionDay"; did you mean "retentionDays"?'],
  ['«"{{Lifecycle}}"', '{{Lifecycle}}: "Lifecycle" is an object, and a text takes single values'],
  ['«"{{vault}}"', '{{vault}}: "vault" is a record (backupVault), and a text takes single values'],
  ['«"{{regions}}"', '{{regions}}: "regions" is a list, and a text takes single values'],
  ['«"{{maxAgeDays.x}}"', '{{maxAgeDays.x}}: "maxAgeDays" is a parameter: no path leads into it'],
  ['«"{{lastCopy}}"', '{{lastCopy}}: "lastCopy" is a record (copyJob), and a text takes single values'],
  ['«"{{lastCopy.Stat}}"', 'unknown fact "Stat" of copyJob; did you mean "State"?'],
  ['«"{{count}}"', '{{count}}: unknown name "count"'],
  ['«"{{copyJobs}}"', '{{copyJobs}}: unknown name "copyJobs"'],
  [
    '«"{{ target }}"',
    '{{ target }} is no placeholder: expected {{target}}, {{parameter}}, {{fact}} or {{namedFact.Field}}',
  ],
  ['«"{{target} is bad"', '{{ without its counterpart: a placeholder is {{name}}'],
  [
    '[{ "text": "a" }, «{ "text": "b" }]',
    'only the last text may be without "when": those after it would never be used',
  ],
  [
    `[{ "when": ${failed}, "text": "a" }, { «"when": ${failed}, "text": "b" }]`,
    'the last text takes no "when": it is for all that is left',
  ],
  [
    '[{ «"when": { "fact": "usable", "operator": "equal", "value": true }, "text": "a" }, { "text": "b" }]',
    '"when" wants a group: put this condition into { "all": […] }',
  ],
  [
    '[{ "when": { "all": [{ «"fact": "usabel", "operator": "equal", "value": true }] }, "text": "a" }, { "text": "b" }]',
    'unknown fact "usabel" of recoveryPoint; did you mean "usable"?',
  ],
  [
    '[{ "when": { "all": [{ "fact": "usable", "operator": "equal", "value": true }] }, «"text": "{{x}}" }, { "text": "b" }]',
    '{{x}}: unknown name "x"',
  ],
])('message %s', async (message, fault) => {
  const text = ruleText({ parameters, facts, message })
    .replace('"message": «"', '«"message": "')
    .replace('[{ "text": "a" }, «', '[«{ "text": "a" }, ');
  const { faults, marks } = await checked(text);
  expect(faults).toEqual(at(marks, [fault]));
});

test('a message may name the target, parameters, its facts and those of named facts', async () => {
  const message =
    '"{{target}} {{maxAgeDays}} {{retentionDays}} {{Lifecycle.DeleteAfterDays}} {{lastCopy.State}} {{vault.lockState}} {{asOf}}"';
  expect((await checked(ruleText({ parameters, facts, message }))).faults).toEqual([]);
});

test.each([
  [
    '{ «"usable": { "fact": "continuous" } }',
    '"usable" is already a fact of the target: give the named fact another name',
  ],
  [
    '{ «"copyJobs": { "fact": "continuous" } }',
    '"copyJobs" is already a relation of the target: give the named fact another name',
  ],
  [
    '{ «"count": { "fact": "count", "params": { "of": "copyJobs" } } }',
    '"count" is already a function: give the named fact another name',
  ],
  [
    '{ «"asOf": { "fact": "CreationDate" } }',
    '"asOf" is already a name that every rule has: give the named fact another name',
  ],
  [
    '{ "a": { «"fact": "b" }, "b": { "fact": "continuous" } }',
    'the named fact "b" is not known yet: a named fact sees those above it',
  ],
  ['{ "a": { «"fact": "a" } }', 'the named fact "a" is not known yet: a named fact sees those above it'],
  [
    '{ "a": { "fact": "vault", «"path": "$.lockstat" } }',
    'unknown fact "lockstat" of backupVault; did you mean "lockState"?',
  ],
])('facts %s', async (named, fault) => {
  const { faults, marks } = await checked(ruleText({ facts: named }));
  expect(faults).toEqual(at(marks, [fault]));
});

test('a named fact may use the one above it, and a fault in it is told once', async () => {
  const chain = '{ "a": { "fact": "vault" }, "b": { "fact": "a", "path": "$.lockState" } }';
  expect((await checked(ruleText({ facts: chain }))).faults).toEqual([]);
  const broken = ruleText({
    facts: '{ "a": { «"fact": "vualt" } }',
    message: '"{{a.lockState}}"',
    when: all('{ "fact": "a", "operator": "exists", "value": true }'),
  });
  const { faults, marks } = await checked(broken);
  expect(faults).toEqual(at(marks, ['unknown fact "vualt" of recoveryPoint; did you mean "vault"?']));
});

test.each([
  ['«"target": "recoveryPoints"', 'unknown kind "recoveryPoints"; did you mean "recoveryPoint"?'],
  ['"target": ["recoveryPoint", «"vault"]', 'unknown kind "vault"'],
  ['«"target": "policyStatement"', '"policyStatement" is no target: a rule reaches it through a relation'],
  [
    '"target": ["recoveryPoint", «"restoreTestPlan"]',
    'unknown kind "restoreTestPlan"; did you mean "restoreTestingPlan"?',
  ],
])('%s', async (target, fault) => {
  const { faults, marks } = await checked(ruleText().replace('"target": "recoveryPoint"', target));
  expect(faults).toEqual(at(marks, [fault]));
});

test('of several kinds, each must have what the rule uses', async () => {
  const both = '["recoveryPoint", "backupVault"]';
  const vaultType = '{ "fact": "vaultType", "operator": "equal", "value": "BACKUP_VAULT" }';
  expect((await checked(ruleText({ target: both, require: all(vaultType), message: '"{{target}}"' }))).faults).toEqual(
    [],
  );
  const { faults, marks } = await checked(
    ruleText({ target: both, require: all('{ «"fact": "usable", "operator": "equal", "value": true }') }),
  );
  expect(faults).toEqual(at(marks, ['unknown fact "usable" of backupVault']));
  const inNeither = await checked(
    ruleText({ target: both, require: all('{ "fact": "zzzzzz", "operator": "exists", "value": true }') }),
  );
  expect(inNeither.faults).toHaveLength(2);
});

test.each(['when', 'require'])('%s wants a group', async (member) => {
  const { faults, marks } = await checked(
    ruleText({ [`«${member}`]: '{ "fact": "usable", "operator": "equal", "value": true }' }),
  );
  expect(faults).toEqual(at(marks, [`"${member}" wants a group: put this condition into { "all": […] }`]));
});

test('both when and require are checked', async () => {
  const wrong = (fact: string) => all(`{ «"fact": "${fact}", "operator": "equal", "value": true }`);
  const { faults, marks } = await checked(ruleText({ when: wrong('usabel'), require: wrong('continous') }));
  const unknown = (fact: string, near: string) => `unknown fact "${fact}" of recoveryPoint; did you mean "${near}"?`;
  expect(faults).toEqual(at(marks, [unknown('usabel', 'usable'), unknown('continous', 'continuous')]));
});
