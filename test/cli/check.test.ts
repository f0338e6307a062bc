import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli.ts';

const ownRule = (members: object = {}) =>
  JSON.stringify({
    ...{ id: 'ACME-1', name: 'mine', title: 'Mine', description: 'Mine.', target: 'backupVault', severity: 'high' },
    require: { all: [{ fact: 'lockMinDays', operator: 'greaterThan', value: 3 }] },
    message: '{{target}}',
    remediation: 'Lock it.',
    ...members,
  });

const waiver = (members: object) =>
  JSON.stringify({
    ...{ rule: 'BKP102', match: { vault: 'lab' }, reason: 'lab', owner: 'ops', expires: '2027-03-31' },
    ...members,
  });
const waiversOf = (...each: readonly object[]) => `{ "waivers": [\n${each.map(waiver).join(',\n')}\n] }`;

/** What `check` says of these files, on 24 November 2026. */
async function said(files: { readonly [path: string]: string }, words = '') {
  const { code, stdout, stderr } = await runCli(`check ${words}`, { cwd: folderWith(files) });
  expect(stderr).toBe('');
  return { code, lines: stdout.trimEnd().split('\n') };
}

test('what is sound', async () => {
  const files = {
    'backuplint.json': `{ // the team's
      "extends": ["recommended", "./org/base.json"], "ruleFiles": ["own/*.json"], "waivers": "waivers.json" }`,
    'org/base.json': '{ "failOn": "low" }',
    'own/mine.json': ownRule(),
    'own/mine.test.json': 'not read',
    'waivers.json': waiversOf({}),
  };
  expect(await said(files)).toEqual({
    code: 0,
    lines: ['nothing is wrong in 4 files: org/base.json, backuplint.json, own/mine.json, waivers.json'],
  });
  expect(await said(files, '--quiet')).toEqual({ code: 0, lines: [''] });
});

test('all mistakes of all files at once, each in its place', async () => {
  const files = {
    'backuplint.json': `{
  "extends": ["recomended", "./base.json"],
  "rules": {
    "air-gapped-cpoy": "high",
    "BKP102": { "severity": "hihg", "parameters": { "minDay": 30 } },
    "BKP401": {
      "parameters": { "maxAgeDays": "30" },
      "overrides": [{ "match": { "vault": "main" }, "parameters": { "maxAgeDays": 10 } }]
    },
    "mine": "off"
  },
  "ruleFiles": ["mine.json", "nowhere/*.json"],
  "waivers": "waivers.json",
  "failon": "high"
}`,
    'base.json': '{ "scope": { "accounts": ["1111"] } }',
    'mine.json': ownRule({ name: 'Mine' }),
    'waivers.json': `{ "waivers": [
${waiver({ owner: '' })},
${waiver({ rule: 'minimum-retentoin' })},
${waiver({ rule: 'mine' })}
] }`,
  };
  expect(await said(files)).toEqual({
    code: 2,
    lines: [
      'base.json:1:27: error: expected an account id: 12 digits, in quotes',
      'backuplint.json:2:15: error: unknown preset "recomended"; did you mean "recommended"?',
      'backuplint.json:4:5: error: unknown rule "air-gapped-cpoy"; did you mean "air-gapped-copy"?',
      `backuplint.json:5:17: error: ${'expected one of "critical", "high", "medium", "low", "info", got "hihg"; did you mean "high"?'}`,
      'backuplint.json:5:53: error: BKP102 has no parameter "minDay"; did you mean "minDays"?',
      'backuplint.json:7:23: error: "maxAgeDays" of BKP401: expected a number, got "30"',
      'backuplint.json:8:34: error: "vault" never matches: a protectedResource, which BKP401 judges, has none',
      'backuplint.json:12:30: error: "nowhere/*.json": there is no folder nowhere',
      'backuplint.json:14:3: error: unknown member "failon"; did you mean "failOn"?',
      'mine.json:1:16: error: expected a kebab-case name such as air-gapped-copy',
      'waivers.json:2:57: error: expected some text',
      'waivers.json:3:2: error: unknown rule "minimum-retentoin"; did you mean "minimum-retention"?',
      '12 errors, 0 warnings in 4 files: base.json, backuplint.json, mine.json, waivers.json',
    ],
  });
});

describe('one thing', () => {
  test.each<[string, { readonly [path: string]: string }, readonly string[]]>([
    [
      'a file that is no JSON hides no other, and what it may name is not unknown',
      { 'backuplint.json': '{ "extends": ["./a.json"], "rules": { "ours": "off", "BKP1023": "off" } }', 'a.json': '{' },
      [
        'a.json:1:2: error: expected a closing brace: }',
        'backuplint.json:1:54: error: unknown rule "BKP1023"; did you mean "BKP102"?',
      ],
    ],
    [
      'waivers that are not there',
      { 'backuplint.json': '{ "extends": ["all"],\n"waivers": "no.json" }' },
      ['backuplint.json:2:1: error: no.json: no such file'],
    ],
    [
      'no rule in force: a scan would refuse it',
      { 'backuplint.json': '{ "failOn": "low" }' },
      ['backuplint.json:1:1: error: no rule is in force: add "extends": ["recommended"], or name rules in "rules"'],
    ],
    [
      'a term that is too long',
      {
        'backuplint.json': '{ "extends": ["all"], "maxWaiverDays": 30, "waivers": "w.json" }',
        'w.json': waiversOf({}),
      },
      ['w.json:2:71: error: "maxWaiverDays" of the config allows 30 days: expected 2026-12-24 or earlier'],
    ],
  ])('%s', async (_, files, lines) => {
    const told = await said(files);
    expect(told.code).toBe(2);
    expect(told.lines.slice(0, -1)).toEqual(lines);
  });
});

describe('warnings', () => {
  test.each<[string, { readonly [path: string]: string }, readonly string[]]>([
    [
      'an override that fits nothing, or changes nothing',
      {
        'backuplint.json': `{ "rules": { "BKP102": { "overrides": [
{ "match": { "accountId": "prod" }, "parameters": { "minDays": 3 } },
{ "match": { "region": "eu-*" }, "parameters": {} }] },
"BKP301": { "overrides": [
{ "match": { "region": "eu-*" }, "parameters": { "maxAgeDays": 7 } }] } } }`,
      },
      [
        'backuplint.json:2:14: warning: "prod" matches nothing: an account id has 12 digits',
        'backuplint.json:3:1: warning: changes nothing: it gives no parameter',
        'backuplint.json:5:1: warning: changes nothing: these are the parameters of BKP301 for everything',
      ],
    ],
    [
      'an override that undoes an earlier one is none',
      {
        'backuplint.json': `{ "rules": { "BKP102": { "overrides": [
{ "match": { "region": "eu-*" }, "parameters": { "minDays": 3 } },
{ "match": { "region": "eu-west-1" }, "parameters": { "minDays": 35 } }] } } }`,
      },
      [],
    ],
    [
      'a type that looks mistyped, and a Region',
      {
        'backuplint.json':
          '{ "extends": ["all"], "resourceTypes": { "FSX": {}, "Quantum Ledger": {} }, "scope": { "regions": ["eu-west1", "us-east-1"] } }',
      },
      [
        'backuplint.json:1:42: warning: unknown resource type "FSX"; did you mean "FSx"?',
        'backuplint.json:1:100: warning: "eu-west1" is no Region: expected one such as "eu-west-1", or "all"',
      ],
    ],
    [
      'a rule that never applies, and what nothing asks for',
      {
        'backuplint.json': '{ "ruleFiles": ["mine.json"] }',
        'mine.json': ownRule({
          parameters: { spare: { type: 'number', default: 1, description: 'Spare.' } },
          facts: { idle: { fact: 'count', params: { of: 'recoveryPoints' } } },
          when: {
            all: [
              { fact: 'lockState', operator: 'equal', value: 'none' },
              { fact: 'lockState', operator: 'equal', value: 'compliance' },
            ],
          },
        }),
      },
      [
        'nothing asks for the parameter "spare"',
        'nothing asks for the fact "idle"',
        '"lockState" equal "compliance" is never true beside the conditions before it: the rule never applies',
      ],
    ],
    [
      'waivers that are over, or nearly, or never fit',
      {
        'backuplint.json': '{ "extends": ["recommended"], "rules": { "BKP113": "off" }, "waivers": "w.json" }',
        'w.json': waiversOf(
          { expires: '2026-11-23' },
          { expires: '2026-12-08' },
          { expires: '2026-12-09' },
          { rule: 'BKP113' },
          { rule: '*', match: { id: '*' } },
          { rule: 'BKP507' },
          { match: { resourceType: 'efs' } },
        ),
      },
      [
        'w.json:2:71: warning: expired 2026-11-23: it accepts nothing; remove it, or have ops decide anew',
        'w.json:3:71: warning: expires in 14 days, on 2026-12-08: ops decides what comes then',
        'w.json:5:2: warning: BKP113 is not in force: there is nothing to accept',
        'w.json:6:13: warning: this matches everything: name what is accepted',
        'w.json:7:27: warning: "vault" never matches: a scope, which BKP507 judges, has none',
        'w.json:8:27: warning: "efs" matches nothing: this version knows no such resource type; did you mean "EFS"?',
      ],
    ],
  ])('%s', async (_, files, expected) => {
    const { code, lines } = await said(files);
    expect(code).toBe(0);
    const told = lines.slice(0, -1);
    expect(told).toEqual(
      expected.map((line, at) =>
        line.includes(' warning: ') ? line : expect.stringContaining(` warning: ${expected[at]}`),
      ),
    );
    expect(lines.at(-1)).toContain(told.length === 0 ? 'nothing is wrong in' : `0 errors, ${told.length} warning`);
    expect((await said(files, '--quiet')).lines).toEqual(['']);
  });
});

describe('paths', () => {
  const files = {
    'backuplint.json': '{ "extends": ["no-such-preset"], "ruleFiles": ["rules/mine.json"] }',
    'rules/mine.json': ownRule({ severity: 'hihg' }),
    'rules/notes.json': '{ "colour": "blue" }',
    'rules/broken.json': '{ "id": }',
    'rules/node_modules/x/rule.json': '{ "require": 1 }',
    'other/backuplint.prod.json': '{ "extends": ["../base.json", "recommendd"] }',
    'base.json': '{ "$schema": "./config.schema.json", "waivers": "w.json" }',
    'w.json': waiversOf({ rule: 'mine' }, { rule: 'mien' }),
  };

  test('a file alone: the config here says what is known, and what is wrong with it is not told', async () => {
    expect(await said(files, 'w.json')).toEqual({
      code: 2,
      lines: ['w.json:3:2: error: unknown rule "mien"', '1 error, 0 warnings in 1 file: w.json'],
    });
  });

  test('a folder: what is ours in it, and what is no JSON', async () => {
    const { code, lines } = await said(files, 'rules');
    expect(code).toBe(2);
    expect(lines).toEqual([
      expect.stringMatching(/^rules\/broken.json:1:9: error: /),
      expect.stringMatching(/^rules\/mine.json:1:\d+: error: .*did you mean "high"\?$/),
      '2 errors, 0 warnings in 2 files: rules/broken.json, rules/mine.json',
    ]);
  });

  test('a config with all that it names; one that it extends need not be whole by itself', async () => {
    const { lines } = await said(files, 'other base.json rules/mine.json');
    expect(lines.map((line) => line.replace(/: error: .*/, ''))).toEqual([
      'other/backuplint.prod.json:1:31',
      'rules/mine.json:1:90',
      'w.json:3:2',
      '3 errors, 0 warnings in 4 files: base.json, other/backuplint.prod.json, rules/mine.json, w.json',
    ]);
  });

  test.each([
    ['check', {}, 'error: there is no backuplint.json here: name files or folders to check\n'],
    ['check nope', {}, 'error: nope: no such file or folder; name a config, rules, waivers, or folders of them\n'],
    ['check empty', { 'empty/a.txt': '' }, 'error: no config, rule or waivers in empty\n'],
    ['check --config nope.json', {}, 'error: nope.json: no such config file; name one that exists with --config\n'],
    ['check --preset all', {}, 'error: --preset is no flag of check\n'],
  ])('%s: refused', async (line, there: { readonly [path: string]: string }, stderr) => {
    expect(await runCli(line, { cwd: folderWith(there) })).toEqual({ code: 2, stdout: '', stderr });
  });
});

test('a scan refuses with the same words', async () => {
  const cwd = folderWith({ 'backuplint.json': '{ "extends": ["recomended"], "failon": "high" }' });
  const { code, stderr } = await runCli('scan --inventory x', { cwd });
  expect({ code, lines: stderr.trimEnd().split('\n') }).toEqual({
    code: 2,
    lines: [
      'error: backuplint.json:1:30: unknown member "failon"; did you mean "failOn"?',
      'backuplint.json:1:15: unknown preset "recomended"; did you mean "recommended"?',
    ],
  });
});
