import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli.ts';

const cwd = folderWith({
  'own.json': readFileSync(new URL('../../examples/own-rule.json', import.meta.url), 'utf8'),
  'copies.json': JSON.stringify({
    id: 'ACME-2',
    name: 'copies-run',
    title: 'Copies run',
    description: 'Why it matters.',
    target: 'copyJob',
    severity: 'low',
    require: { all: [{ fact: 'State', operator: 'equal', value: 'COMPLETED' }] },
    message: '{{target}}',
    remediation: 'Mend it.',
  }),
  'accounts.json': JSON.stringify({
    accounts: [
      { account_id: '111122223333', role: 'arn:aws:iam::111122223333:role/audit' },
      { account_id: '444455556666', regions: ['all'] },
    ],
  }),
  'scope/backuplint.json': '{ "extends": ["recommended"], "scope": { "regions": ["all"], "roleName": "from-config" } }',
});

type Statement = { readonly Sid: string; readonly Action: readonly string[]; readonly Resource: unknown };
type Document = { readonly Version: string; readonly Statement: readonly Statement[] };

const run = async (flags: string, folder = cwd) => {
  const { code, stdout, stderr } = await runCli(`iam-policy ${flags}`, { cwd: folder });
  expect(code).toBe(0);
  return { stdout, stderr };
};
const policy = async (flags: string, folder = cwd): Promise<Document> => JSON.parse((await run(flags, folder)).stdout);

const points = ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'];
const copies = ['DescribeRegionSettings', 'ListBackupVaults', 'ListCopyJobs', 'ListProtectedResources'];

describe('the actions are exactly those of the operations that the rules need', () => {
  test.each<[string, readonly string[]]>([
    ['--rule BKP102', points],
    ['--rule BKP301', [...copies, 'ListRecoveryPointsByBackupVault']],
    [
      '--rule BKP401',
      ['ListBackupVaults', 'ListProtectedResources', 'ListRecoveryPointsByBackupVault', 'ListRestoreJobs'],
    ],
    ['--rule BKP102 BKP507', points],
    ['--rule BKP102,BKP301,BKP401,BKP507', [...copies, 'ListRecoveryPointsByBackupVault', 'ListRestoreJobs']],
    ['--rule ACME-1 --rule-file own.json', points],
    ['--rule ACME-2 --rule-file copies.json', ['ListCopyJobs']],
    [
      '--rule BKP102,ACME-2 --rule-file own.json copies.json',
      ['ListBackupVaults', 'ListCopyJobs', 'ListRecoveryPointsByBackupVault'],
    ],
  ])('%s', async (flags, operations) => {
    expect(await policy(flags)).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'BackuplintRead', Effect: 'Allow', Action: operations.map((name) => `backup:${name}`), Resource: '*' },
      ],
    });
  });

  test('rules that read nothing of their own leave nothing to allow', async () => {
    expect(await runCli('iam-policy --rule BKP507', { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: no operation is needed by what is in force (BKP507), so there is nothing to allow; ' +
        'choose other rules with --preset or --rule\n',
    });
  });
});

const role = (name: string, account = '*', partition = 'aws') => `arn:${partition}:iam::${account}:role/${name}`;

describe('finding and entering other places', () => {
  test.each<[string, string, readonly (readonly [sid: string, actions: readonly string[], resource: unknown])[]]>([
    ['', '', []],
    ['--account 111122223333', '', []],
    ['--role-name r', '', [['BackuplintAssumeRole', ['sts:AssumeRole'], [role('r')]]]],
    [
      '--role-name r --region cn-north-1',
      '',
      [['BackuplintAssumeRole', ['sts:AssumeRole'], [role('r', '*', 'aws-cn')]]],
    ],
    [
      '--role-name r --account 444455556666,111122223333',
      '',
      [['BackuplintAssumeRole', ['sts:AssumeRole'], [role('r', '111122223333'), role('r', '444455556666')]]],
    ],
    [
      '--org --role-name path/r',
      '',
      [
        ['BackuplintListAccounts', ['organizations:ListAccounts'], '*'],
        ['BackuplintAssumeRole', ['sts:AssumeRole'], [role('path/r')]],
      ],
    ],
    ['--region all', 'account:ListRegions', []],
    [
      '--accounts-file accounts.json --role-name r',
      'account:ListRegions',
      [['BackuplintAssumeRole', ['sts:AssumeRole'], [role('audit', '111122223333'), role('r', '444455556666')]]],
    ],
    [
      '--role-name r --region us-iso-east-1',
      '',
      [['BackuplintAssumeRole', ['sts:AssumeRole'], [role('r', '*', 'aws-iso')]]],
    ],
  ])('%s', async (flags, more, caller) => {
    const [reader, ...others] = (await policy(`--rule BKP102 ${flags}`)).Statement;
    const actions = points.map((name) => `backup:${name}`);
    expect(reader).toMatchObject({ Sid: 'BackuplintRead', Action: more === '' ? actions : [more, ...actions] });
    expect(others).toEqual(caller.map(([Sid, Action, Resource]) => ({ Sid, Effect: 'Allow', Action, Resource })));
  });

  test('without a named Region that of the AWS SDK tells the partition', async () => {
    const inChina = await runCli('iam-policy -q --rule BKP102 --role-name r --region all', {
      cwd,
      env: { AWS_REGION: 'cn-north-1' },
    });
    expect(JSON.parse(inChina.stdout).Statement[1].Resource).toEqual([role('r', '*', 'aws-cn')]);
  });

  test('the scope of the config counts like flags', async () => {
    const { Statement } = await policy('', `${cwd}/scope`);
    expect(Statement[0]?.Action[0]).toBe('account:ListRegions');
    expect(Statement[1]?.Resource).toEqual([role('from-config')]);
  });

  test('stderr tells whose the statements are; --quiet does not', async () => {
    const flags = '--org --role-name r';
    expect((await run(flags)).stderr).toBe(
      'BackuplintRead is for the role that reads in each account, and for the caller if its own is among them: no role is taken there\n' +
        'BackuplintListAccounts and BackuplintAssumeRole: for the caller, who assumes that role; the role does not need it\n',
    );
    expect((await run(`${flags} -q`)).stderr).toBe('');
    expect((await run('--region all')).stderr).toBe('');
  });
});

const everything = '--preset all --org --role-name r --region all';

/** The arguments of `jsonencode` as JSON: the subset of HCL that a policy is written in. */
function jsonencoded(hcl: string): readonly Document[] {
  const json = (body: string) =>
    body
      .replaceAll(/^ *(\w+) *= /gm, '"$1": ')
      .replaceAll(/(["\]])\n/g, '$1,\n')
      .replaceAll(/,(\s*[}\]])/g, '$1');
  return [...hcl.matchAll(/jsonencode\((\{.*?^ {2}\})\)/gms)].map(([, body = '']) => JSON.parse(json(body)));
}

describe('formats', () => {
  test('no format has an action with a wildcard', async () => {
    for (const format of ['json', 'cloudformation', 'terraform']) {
      const { stdout } = await run(`${everything} -f ${format}`);
      expect(stdout.match(/"(backup|account|organizations|sts|tag):[^"]*"/g)?.length).toBeGreaterThan(8);
      expect(stdout).not.toMatch(/"\w+:[^":]*\*[^":]*"/);
    }
  });

  test('templates hold the statements of the JSON, those of reader and caller as two policies', async () => {
    const { Version, Statement } = await policy(everything);
    const documents = [
      { Version, Statement: Statement.slice(0, 1) },
      { Version, Statement: Statement.slice(1) },
    ];
    const template = JSON.parse((await run(`${everything} -f cloudformation`)).stdout);
    const policies = ['BackuplintReaderPolicy', 'BackuplintCallerPolicy'].map((name) => template.Resources[name]);
    expect(policies.map(({ Properties }) => Properties.PolicyDocument)).toEqual(documents);
    expect(jsonencoded((await run(`${everything} -f terraform`)).stdout)).toEqual(documents);
  });

  test('a CloudFormation template: what it refers to is there', async () => {
    const template = JSON.parse((await run('--rule BKP102 -f cloudformation')).stdout);
    expect(Object.keys(template)).toEqual([
      'AWSTemplateFormatVersion',
      'Description',
      'Parameters',
      'Resources',
      'Outputs',
    ]);
    expect(Object.keys(template.Resources)).toEqual(['BackuplintReaderPolicy']);
    expect(template.Resources.BackuplintReaderPolicy.Type).toBe('AWS::IAM::ManagedPolicy');
    expect(template.Parameters.BackuplintReaderPolicyName).toMatchObject({
      Type: 'String',
      Default: 'backuplint-reader',
    });
    const named = [...JSON.stringify(template).matchAll(/\{"Ref":"(\w+)"\}/g)].map(([, name = '']) => name);
    expect(named).toEqual(['BackuplintReaderPolicyName', 'BackuplintReaderPolicy']);
    for (const name of named) expect({ ...template.Parameters, ...template.Resources }).toHaveProperty(name);
  });

  test('terraform, exactly', async () => {
    expect((await run('--rule BKP102 -f terraform')).stdout).toBe(`resource "aws_iam_policy" "backuplint_reader" {
  name        = "backuplint-reader"
  description = "What backuplint reads in an account, by the rules in force; for the role or user that it reads as"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "BackuplintRead"
        Effect = "Allow"
        Action = [
          "backup:ListBackupVaults",
          "backup:ListRecoveryPointsByBackupVault",
        ]
        Resource = "*"
      },
    ]
  })
}
`);
  });

  test.each([
    ['-f yaml', 'unknown format of iam-policy "yaml"; expected one of "json", "cloudformation", "terraform"'],
    ['-f json -f terraform', 'iam-policy takes one --format: json, cloudformation or terraform, to stdout'],
    ['-f json=policy.json', 'unknown format of iam-policy "json=policy.json"'],
    ['--rate-share 1', '--rate-share is no flag of iam-policy'],
    ['--org', 'the accounts of --org need --role-name'],
  ])('%s is refused', async (flags, message) => {
    const { code, stdout, stderr } = await runCli(`iam-policy ${flags}`, { cwd });
    expect(stderr).toContain(`error: ${message}`);
    expect([code, stdout]).toEqual([2, '']);
  });
});
