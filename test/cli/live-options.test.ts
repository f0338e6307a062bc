import { describe, expect, test } from 'vitest';
import { flagsOfGroup } from '../../src/commands/flags.ts';
import { givenFlags } from '../../src/commands/given-flags.ts';
import { liveOptions } from '../../src/commands/live-options.ts';
import { readArgv } from '../../src/commands/read-argv.ts';
import type { Config } from '../../src/config/config-schema.ts';
import { UsageError } from '../../src/errors.ts';

/** Words are cut at spaces. */
const parse = (line: string, scope?: Config['scope']) =>
  liveOptions(
    givenFlags(readArgv(line.split(' ').filter(Boolean)).uses, { name: 'scan', flags: flagsOfGroup('Live') }),
    scope,
  );

const defaults = {
  profile: undefined,
  regions: undefined,
  accounts: undefined,
  roleName: undefined,
  externalId: undefined,
  org: false,
  accountsFile: undefined,
  filters: {},
  concurrency: 8,
  rateShare: 0.8,
};
const accounts = ['111122223333', '012345678901'];
const time = '2026-11-20T06:00:00Z';

describe('live flags are read as', () => {
  test.each<[string, Partial<ReturnType<typeof parse>>]>([
    ['', {}],
    ['--profile prod', { profile: 'prod' }],
    ['--region eu-west-1', { regions: ['eu-west-1'] }],
    ['--region eu-west-1,us-gov-west-1 --region cn-north-1', { regions: ['eu-west-1', 'us-gov-west-1', 'cn-north-1'] }],
    ['--region all', { regions: 'all' }],
    ['--account 012345678901', { accounts: ['012345678901'] }],
    ['--account 111122223333 012345678901 --role-name r', { accounts, roleName: 'r' }],
    ['--role-name path/to/backuplint-read', { roleName: 'path/to/backuplint-read' }],
    ['--role-name r --external-id a:b/c', { roleName: 'r', externalId: 'a:b/c' }],
    ['--org --role-name r', { org: true, roleName: 'r' }],
    ['--accounts-file accounts.json', { accountsFile: 'accounts.json' }],
    ['--accounts-file accounts.json --external-id abc', { accountsFile: 'accounts.json', externalId: 'abc' }],
    ['--concurrency 1', { concurrency: 1 }],
    ['--concurrency 256', { concurrency: 256 }],
    ['--rate-share 1', { rateShare: 1 }],
    ['--rate-share .25', { rateShare: 0.25 }],
    ['--rate-share 0.02', { rateShare: 0.02 }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual({ ...defaults, ...expected });
  });
});

describe('filters are read as', () => {
  test.each([
    ['ByResourceType=EBS', { ByResourceType: 'EBS' }],
    ['ByResourceType=EBS --filter ByStatus=FAILED', { ByResourceType: 'EBS', ByStatus: 'FAILED' }],
    ['ByResourceType=EBS ByAccountId=012345678901', { ByResourceType: 'EBS', ByAccountId: '012345678901' }],
    ['ByResourceArn=arn:aws:s3:::a,b=c', { ByResourceArn: 'arn:aws:s3:::a,b=c' }],
    [`ByCreatedAfter=${time}`, { ByCreatedAfter: '2026-11-20T06:00:00.000Z' }],
    ['ByCompleteBefore=2026-11-20T06:00:00.5+02:00', { ByCompleteBefore: '2026-11-20T04:00:00.500Z' }],
    ['BackupVaultAccountId=111122223333', { BackupVaultAccountId: '111122223333' }],
    ['ByBackupPlanId=0a1b2c', { ByBackupPlanId: '0a1b2c' }],
  ])('%s', (pairs, filters) => {
    expect(parse(`--filter ${pairs}`).filters).toEqual(filters);
  });
});

describe('the scope of the config stands for absent flags', () => {
  const scope = { regions: ['eu-west-1'], accounts, roleName: 'backuplint-read' };
  test.each<[string, Config['scope'], Partial<ReturnType<typeof parse>>]>([
    ['', scope, scope],
    [
      '--region all --account 111122223333 --role-name r',
      scope,
      { regions: 'all', accounts: ['111122223333'], roleName: 'r' },
    ],
    ['--org', scope, { ...scope, accounts: undefined, org: true }],
    ['--accounts-file a.json', scope, { ...scope, accounts: undefined, accountsFile: 'a.json' }],
    ['', { regions: ['all'], accounts: [] }, { regions: 'all' }],
    ['', { regions: [] }, {}],
  ])('%s %j', (line, config, expected) => {
    expect(parse(line, config)).toEqual({ ...defaults, ...expected });
  });

  test.each<[Config['scope'], string]>([
    [{ regions: ['europe'] }, 'scope.regions of the config: europe: expected a Region such as eu-west-1, or all'],
    [
      { roleName: 'arn:aws:iam::111122223333:role/r' },
      'scope.roleName of the config: arn:aws:iam::111122223333:role/r: expected the name of an IAM role, ' +
        'e.g. backuplint-read (not its ARN: it is the same in each account)',
    ],
    [
      { accounts },
      '2 accounts need --role-name, or roleName in the scope of the config: the role that reads in each of them',
    ],
  ])('%j is refused', (config, message) => {
    expect(() => parse('', config)).toThrow(new UsageError(message));
  });
});

const roleForm = 'expected the name of an IAM role, e.g. backuplint-read (not its ARN: it is the same in each account)';
const isoTime = 'an ISO-8601 time with its offset, e.g. 2026-11-20T06:00:00Z';

describe('live flags are refused', () => {
  test.each([
    ['--region europe', '--region europe: expected a Region such as eu-west-1, or all'],
    ['--region eu-west-1 eu-west', '--region eu-west: expected a Region such as eu-west-1, or all'],
    ['--region EU-WEST-1', '--region EU-WEST-1: expected a Region such as eu-west-1, or all'],
    ['--region all eu-west-1', '--region all: it stands for every Region, so name no other one beside it'],
    ['--account 1111', '--account 1111: expected an account id: 12 digits'],
    ['--account 1.11122223333e11', '--account 1.11122223333e11: expected an account id: 12 digits'],
    [
      '--account 111122223333,012345678901',
      '2 accounts need --role-name, or roleName in the scope of the config: the role that reads in each of them',
    ],
    [
      '--org',
      'the accounts of --org need --role-name, or roleName in the scope of the config: the role that reads in each of them',
    ],
    ['--org --accounts-file a.json', 'give --org or --accounts-file, not both: each says whose backups to read'],
    ['--org --account 111122223333', 'give --account or --org, not both: each says whose backups to read'],
    ['--role-name *', `--role-name *: ${roleForm}`],
    ['--role-name arn:aws:iam::1:role/r', `--role-name arn:aws:iam::1:role/r: ${roleForm}`],
    ['--role-name a/', `--role-name a/: ${roleForm}`],
    ['--external-id abc', '--external-id needs --role-name: it is what that role asks for'],
    ['--role-name r --external-id a', '--external-id a: expected 2 to 1224 letters, digits or any of +=,.@:/_-'],
    ['--concurrency 0', '--concurrency 0: expected a whole number from 1 to 256'],
    ['--concurrency 257', '--concurrency 257: expected a whole number from 1 to 256'],
    ['--concurrency 2.5', '--concurrency 2.5: expected a whole number from 1 to 256'],
    ['--rate-share 0', '--rate-share 0: expected a number from 0.02 to 1, e.g. 0.5'],
    ['--rate-share 0.019', '--rate-share 0.019: expected a number from 0.02 to 1, e.g. 0.5'],
    ['--rate-share 1.1', '--rate-share 1.1: expected a number from 0.02 to 1, e.g. 0.5'],
    ['--rate-share 80%', '--rate-share 80%: expected a number from 0.02 to 1, e.g. 0.5'],
    ['--filter ByResourceTypes=EBS', 'unknown filter "ByResourceTypes"; did you mean "ByResourceType"?'],
    ['--filter __proto__=x', 'unknown filter "__proto__"'],
    ['--filter ByResourceType', '--filter ByResourceType: expected ByResourceType= and a type such as EBS'],
    ['--filter ByResourceType=', '--filter ByResourceType=: expected ByResourceType= and a type such as EBS'],
    [
      '--filter ByResourceType=EBS ByResourceType=EFS',
      '--filter ByResourceType is given twice; AWS takes one value of each',
    ],
    ['--filter ByResourceArn=vol-1', '--filter ByResourceArn=vol-1: expected ByResourceArn= and an ARN'],
    ['--filter ByAccountId=*', '--filter ByAccountId=*: expected ByAccountId= and an account id: 12 digits'],
    [
      '--filter ByStatus=failed',
      '--filter ByStatus=failed: expected ByStatus= and one of PENDING, RUNNING, COMPLETED, ABORTED, FAILED',
    ],
    [
      '--filter ByCreatedAfter=2026-11-20',
      `--filter ByCreatedAfter=2026-11-20: expected ByCreatedAfter= and ${isoTime}`,
    ],
    [
      '--filter ByCompleteAfter=2026-11-20T06:00:00',
      `--filter ByCompleteAfter=2026-11-20T06:00:00: expected ByCompleteAfter= and ${isoTime}`,
    ],
  ])('%s', (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });
});
