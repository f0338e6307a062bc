import { expect, test } from 'vitest';
import type { Fields } from '../../../src/inventory/record.ts';
import { type arns, covered, type Situation } from './covered.ts';

const volumes = 'arn:aws:ec2:*:*:volume/*';
const clusters = 'arn:aws:rds:*:*:cluster:*';
const pair = (key: string, value: string) => ({
  ConditionType: 'STRINGEQUALS',
  ConditionKey: key,
  ConditionValue: value,
});
const when = (operator: string, key: string, value: string) => ({
  Conditions: { [operator]: [{ ConditionKey: `aws:ResourceTag/${key}`, ConditionValue: value }] },
});
const all = { Resources: ['*'] };
const tagged: Situation = { tags: { backup: 'daily', stage: 'production' } };
const unread: Situation = { tags: 'unread' };
const out = (...optedOut: readonly string[]): Situation => ({ optedOut });

type Case = readonly [
  name: string,
  type: keyof typeof arns,
  selection: Fields,
  situation: Situation,
  holds: boolean | null,
  by: string,
];

const named: readonly Case[] = [
  ['all resources', 'EBS', all, {}, true, 'Resources *'],
  ['all resources, its type opted out', 'EBS', all, out('EBS'), false, 'opt-in EBS is not opted in to'],
  ['all resources, settings unread', 'EBS', all, { optedOut: 'unread' }, null, 'opt-in EBS'],
  [
    'its ARN',
    'EBS',
    { Resources: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a'] },
    out('EBS'),
    true,
    'Resources',
  ],
  ['another ARN', 'EBS', { Resources: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-0b'] }, {}, false, 'Resources'],
  [
    'its ARN without its end',
    'EBS',
    { Resources: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-0'] },
    {},
    false,
    'Resources',
  ],
  ['its type', 'EBS', { Resources: [volumes] }, {}, true, `Resources ${volumes}`],
  ['its type, opted out', 'EBS', { Resources: [volumes] }, out('EBS'), true, `Resources ${volumes}`],
  ['its type, settings unread', 'EBS', { Resources: [volumes] }, { optedOut: 'unread' }, true, 'Resources'],
  ['another type', 'EC2', { Resources: [volumes] }, {}, false, `Resources ${volumes}`],
  [
    'one of several types',
    'EC2',
    { Resources: [volumes, 'arn:aws:ec2:*:*:instance/*'] },
    {},
    true,
    'Resources arn:aws:ec2:*:*:instance/*',
  ],
  [
    'none of several types',
    'RDS',
    { Resources: [volumes, 'arn:aws:ec2:*:*:instance/*'] },
    {},
    false,
    `Resources ${volumes} and 1 more`,
  ],
  ['its service alone', 'EBS', { Resources: ['arn:aws:ec2:*'] }, {}, true, 'Resources arn:aws:ec2:*'],
  ['its service alone, opted out', 'EBS', { Resources: ['arn:aws:ec2:*'] }, out('EBS'), false, 'opt-in'],
  ['its service, and its type', 'EBS', { Resources: ['arn:aws:ec2:*', volumes] }, out('EBS'), true, 'Resources'],
  ['a prefix', 'S3', { Resources: ['arn:aws:s3:::inv*'] }, out('S3'), true, 'Resources'],
  ['buckets', 'S3', { Resources: ['arn:aws:s3:::*'] }, out('S3'), true, 'Resources'],
  ['a prefix of other letters', 'S3', { Resources: ['arn:aws:s3:::Inv*'] }, {}, false, 'Resources'],
  ['a question mark is itself', 'S3', { Resources: ['arn:aws:s3:::invoice?'] }, {}, false, 'Resources'],
  ['databases', 'RDS', { Resources: ['arn:aws:rds:*:*:db:*'] }, out('RDS'), true, 'Resources'],
  ['databases are no clusters', 'Aurora', { Resources: ['arn:aws:rds:*:*:db:*'] }, {}, false, 'Resources'],
  ['explicit Aurora', 'Aurora', { Resources: [clusters] }, {}, true, `Resources ${clusters}`],
  ['explicit Aurora, opted out', 'Aurora', { Resources: [clusters] }, out('Aurora'), false, 'opt-in Aurora'],
  ['explicit Neptune, opted out', 'Neptune', { Resources: [clusters] }, out('Neptune'), false, 'opt-in Neptune'],
  [
    'explicit Aurora, settings unread',
    'Aurora',
    { Resources: [clusters] },
    { optedOut: 'unread' },
    null,
    'opt-in Aurora',
  ],
  [
    'explicit FSx, opted out: AWS does not say',
    'FSx',
    { Resources: ['arn:aws:fsx:*:*:file-system/*'] },
    out('FSx'),
    null,
    'opt-in FSx',
  ],
  ['explicit FSx', 'FSx', { Resources: ['arn:aws:fsx:*:*:file-system/*'] }, {}, true, 'Resources'],
];

const excluded: readonly Case[] = [
  ['all but volumes, of a volume', 'EBS', { ...all, NotResources: [volumes] }, {}, false, `NotResources ${volumes}`],
  ['all but volumes, of a table', 'DynamoDB', { ...all, NotResources: [volumes] }, {}, true, 'Resources *'],
  [
    'all but a volume by its ARN',
    'EBS',
    { ...all, NotResources: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a'] },
    {},
    false,
    'NotResources',
  ],
  ['itself, and yet not', 'EBS', { Resources: [volumes], NotResources: [volumes] }, {}, false, 'NotResources'],
  [
    'excluded whatever its tags are',
    'EBS',
    { ...all, NotResources: [volumes], ...when('StringEquals', 'backup', 'daily') },
    unread,
    false,
    'NotResources',
  ],
  [
    'tagged, and excluded',
    'EBS',
    { ListOfTags: [pair('backup', 'daily')], NotResources: [volumes] },
    tagged,
    false,
    'NotResources',
  ],
  ['everything but', 'EFS', { NotResources: [volumes] }, {}, true, 'Resources everything'],
];

const listed: readonly Case[] = [
  [
    'a tag pair',
    'EBS',
    { ListOfTags: [pair('backup', 'daily')] },
    tagged,
    true,
    'ListOfTags StringEquals backup = daily',
  ],
  [
    'a tag pair by its long name',
    'EBS',
    { ListOfTags: [pair('aws:ResourceTag/backup', 'daily')] },
    tagged,
    true,
    'ListOfTags',
  ],
  [
    'another value',
    'EBS',
    { ListOfTags: [pair('backup', 'weekly')] },
    tagged,
    false,
    'ListOfTags StringEquals backup = weekly',
  ],
  ['another case of the value', 'EBS', { ListOfTags: [pair('backup', 'Daily')] }, tagged, false, 'ListOfTags'],
  ['another case of the key', 'EBS', { ListOfTags: [pair('Backup', 'daily')] }, tagged, false, 'ListOfTags'],
  ['a star is no pattern', 'EBS', { ListOfTags: [pair('backup', 'd*')] }, tagged, false, 'ListOfTags'],
  [
    'one of two pairs',
    'EBS',
    { ListOfTags: [pair('x', 'y'), pair('stage', 'production')] },
    tagged,
    true,
    'ListOfTags StringEquals stage',
  ],
  ['no tags', 'EBS', { ListOfTags: [pair('backup', 'daily')] }, {}, false, 'ListOfTags'],
  [
    'tags unread',
    'EBS',
    { ListOfTags: [pair('backup', 'daily')] },
    unread,
    null,
    'ListOfTags StringEquals backup = daily',
  ],
  [
    'a tag pair, opted out',
    'EBS',
    { ListOfTags: [pair('backup', 'daily')] },
    { ...tagged, ...out('EBS') },
    false,
    'opt-in EBS',
  ],
  [
    'opted out, whatever its tags are',
    'EBS',
    { ListOfTags: [pair('backup', 'daily')] },
    { ...unread, ...out('EBS') },
    false,
    'opt-in EBS',
  ],
  [
    'a type and a tag add up: the type',
    'EBS',
    { Resources: [volumes], ListOfTags: [pair('x', 'y')] },
    {},
    true,
    `Resources ${volumes}`,
  ],
  [
    'a type and a tag add up: the tag',
    'RDS',
    { Resources: [volumes], ListOfTags: [pair('backup', 'daily')] },
    tagged,
    true,
    'ListOfTags',
  ],
  [
    'by ARN without any tags read',
    'EBS',
    { Resources: [volumes], ListOfTags: [pair('x', 'y')] },
    unread,
    true,
    `Resources ${volumes}`,
  ],
  [
    'neither by ARN nor, perhaps, by tag',
    'RDS',
    { Resources: [volumes], ListOfTags: [pair('x', 'y')] },
    unread,
    null,
    'ListOfTags',
  ],
  [
    'a type of pair that AWS added',
    'EBS',
    { ListOfTags: [{ ...pair('backup', 'daily'), ConditionType: 'STRINGLIKE' }] },
    tagged,
    null,
    'ListOfTags',
  ],
];

const conditioned: readonly Case[] = [
  ['StringEquals', 'EBS', { ...all, ...when('StringEquals', 'backup', 'daily') }, tagged, true, 'Resources *'],
  [
    'StringEquals of another value',
    'EBS',
    { ...all, ...when('StringEquals', 'backup', 'weekly') },
    tagged,
    false,
    'Conditions StringEquals backup = weekly',
  ],
  ['StringEquals without tags', 'EBS', { ...all, ...when('StringEquals', 'backup', 'daily') }, {}, false, 'Conditions'],
  [
    'StringNotEquals of its value',
    'EBS',
    { ...all, ...when('StringNotEquals', 'stage', 'production') },
    tagged,
    false,
    'Conditions StringNotEquals',
  ],
  [
    'StringNotEquals of another value',
    'EBS',
    { ...all, ...when('StringNotEquals', 'stage', 'test') },
    tagged,
    true,
    'Resources *',
  ],
  [
    'StringNotEquals without that tag',
    'EBS',
    { ...all, ...when('StringNotEquals', 'noBackup', 'true') },
    tagged,
    true,
    'Resources *',
  ],
  ['StringLike', 'EBS', { ...all, ...when('StringLike', 'stage', 'prod*') }, tagged, true, 'Resources *'],
  ['StringLike within', 'EBS', { ...all, ...when('StringLike', 'stage', '*rod*') }, tagged, true, 'Resources *'],
  [
    'StringLike of another',
    'EBS',
    { ...all, ...when('StringLike', 'stage', 'Prod*') },
    tagged,
    false,
    'Conditions StringLike',
  ],
  [
    'StringLike without that tag',
    'EBS',
    { ...all, ...when('StringLike', 'owner', '*') },
    tagged,
    false,
    'Conditions StringLike',
  ],
  [
    'StringNotLike',
    'EBS',
    { ...all, ...when('StringNotLike', 'stage', 'prod*') },
    tagged,
    false,
    'Conditions StringNotLike',
  ],
  [
    'StringNotLike without that tag',
    'EBS',
    { ...all, ...when('StringNotLike', 'owner', '*') },
    tagged,
    true,
    'Resources *',
  ],
  [
    'all conditions, of which one fails',
    'EBS',
    {
      ...all,
      Conditions: {
        StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'daily' }],
        StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'production' }],
      },
    },
    tagged,
    false,
    'Conditions StringNotEquals stage = production',
  ],
  ['tags unread', 'EBS', { ...all, ...when('StringEquals', 'backup', 'daily') }, unread, null, 'Conditions'],
  [
    'tags unread, but another type',
    'RDS',
    { Resources: [volumes], ...when('StringEquals', 'backup', 'daily') },
    unread,
    false,
    'Resources',
  ],
  ['tags unread, no conditions', 'EBS', { Resources: [volumes], Conditions: {} }, unread, true, 'Resources'],
  [
    'conditions narrow what a tag lists',
    'EBS',
    { ListOfTags: [pair('backup', 'daily')], ...when('StringEquals', 'stage', 'test') },
    tagged,
    false,
    'Conditions',
  ],
  ['conditions alone', 'EBS', when('StringEquals', 'backup', 'daily'), tagged, true, 'Resources everything'],
  [
    'an operator that AWS added',
    'EBS',
    { ...all, ...when('StringBegins', 'backup', 'daily') },
    tagged,
    null,
    'Conditions',
  ],
];

const others: readonly Case[] = [
  ['nothing named: everything', 'EBS', {}, {}, true, 'Resources everything'],
  [
    'empty lists: everything',
    'EBS',
    { Resources: [], ListOfTags: [], NotResources: [] },
    {},
    true,
    'Resources everything',
  ],
  ['everything, opted out', 'EBS', {}, out('EBS'), false, 'opt-in EBS'],
  ["an organization's plan, by type", 'EBS', { Resources: [volumes] }, { planId: 'orgs/p-1' }, true, 'Resources'],
  ["an organization's plan, by opt-in", 'EBS', all, { planId: 'orgs/p-1' }, null, 'opt-in EBS'],
];

test.each([...named, ...excluded, ...listed, ...conditioned, ...others])(
  '%s (%s)',
  (_, type, selection, situation, holds, by) => {
    const membership = covered(type, selection, situation);
    const told = membership.by.map(({ clause, text }) => `${clause} ${text}`);
    expect([membership.holds, told[0]?.startsWith(by)]).toEqual([holds, true]);
    expect(membership.reasons.length > 0).toBe(holds === null);
  },
);
