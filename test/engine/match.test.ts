import { expect, test } from 'vitest';
import type { Subject } from '../../src/engine/evaluation.ts';
import { matchOf } from '../../src/engine/match.ts';
import type { Match } from '../../src/rules/match.ts';
import { vaultArn } from './estate.ts';

const id = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a';
const subject: Subject = {
  ...{ id, group: id, resourceType: 'EBS', accountId: '111122223333', region: 'eu-west-1' },
  ...{ vaultArn: vaultArn('main'), tags: { tier: 'gold', team: 'shop' } },
};
const nothing: Subject = { id, group: id };

test.each<[Match, Subject, boolean | undefined]>([
  [{}, subject, true],
  [{ id }, subject, true],
  [{ id: '*:volume/*' }, nothing, true],
  [{ vault: 'main' }, subject, true],
  [{ vault: ['other', vaultArn('m?in')] }, subject, true],
  [{ vault: 'main' }, { ...nothing, vaultName: 'main' }, true],
  [{ vault: 'backup-vault:main' }, subject, false],
  [{ resourceType: 'EFS', region: '*' }, subject, false],
  [{ tags: { tier: ['silver', 'g*'], team: '????' } }, subject, true],
  [{ tags: { tier: 'gold', team: 'x*' } }, subject, false],
  [{ tags: { owner: '*' } }, subject, false],
  [{ tags: { tier: 'gold' } }, nothing, undefined],
  [{ vault: '*' }, nothing, false],
  [{ tags: { tier: 'gold' }, region: 'us-*' }, { ...nothing, region: 'eu-west-1' }, false],
  [{ accountId: '1*', region: 'us-*' }, { ...nothing, region: 'eu-west-1' }, false],
])('%j', (match, of, expected) => {
  expect(matchOf(match, of)).toBe(expected);
});
