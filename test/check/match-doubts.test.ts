import { expect, test } from 'vitest';
import { matchDoubts } from '../../src/check/match-doubts.ts';
import type { Match } from '../../src/rules/match.ts';

const types = ['EBS', 'EFS', 'SAP HANA on Amazon EC2'];
const doubts = (match: Match, kinds = ['recoveryPoint']) =>
  matchDoubts(match, kinds, types).map(([member, why]) => `${member} ${why}`);

test.each<Match>([
  {},
  { accountId: ['111122223333', '1111*', '????????????', '*'] },
  { region: ['eu-west-1', 'us-gov-west-1', 'eu-*', '??-west-1', '*'] },
  { resourceType: ['EBS', 'SAP*', 'E?S', '*'] },
  { id: ['arn:aws:ec2:*', '*:volume/vol-1', '?rn:*'] },
  { vault: 'anything', tags: { env: 'dev' } },
])('may fit: %j', (match) => {
  expect(doubts(match)).toEqual([]);
});

const account = 'matches nothing: an account id has 12 digits';
const region = 'matches nothing: a Region is written as "eu-west-1", or "eu-*" for several';

test.each<[Match, readonly string[]]>([
  [{ accountId: '1111' }, [`accountId "1111" ${account}`]],
  [
    { accountId: ['1111*', '1234567890123*', 'prod'] },
    [`accountId "1234567890123*" ${account}`, `accountId "prod" ${account}`],
  ],
  [
    { region: ['Ireland', 'eu-west', 'EU-*', 'eu-west-1'] },
    ['Ireland', 'eu-west', 'EU-*'].map((name) => `region "${name}" ${region}`),
  ],
  [
    { resourceType: 'efs' },
    ['resourceType "efs" matches nothing: this version knows no such resource type; did you mean "EFS"?'],
  ],
  [
    { resourceType: 'Databases*' },
    ['resourceType "Databases*" matches nothing: this version knows no such resource type'],
  ],
  [{ id: 'vol-1' }, ['id "vol-1" matches nothing: the id of a recoveryPoint is its ARN, so begin with "arn:" or "*"']],
])('never fits: %j', (match, expected) => {
  expect(doubts(match)).toEqual(expected);
});

test('the id of a job is no ARN, and whose id it is may not be known', () => {
  expect(doubts({ id: 'vol-1' }, ['recoveryPoint', 'restoreJob'])).toEqual([]);
  expect(doubts({ id: 'vol-1' }, [])).toEqual([]);
});
