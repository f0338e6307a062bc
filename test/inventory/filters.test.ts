import { describe, expect, test } from 'vitest';
import { leftOut } from '../../src/inventory/filters.ts';
import type { Gap } from '../../src/inventory/gap.ts';

const gap: Gap = {
  accountId: '111122223333',
  region: 'eu-west-1',
  operation: 'ListRecoveryPointsByBackupVault',
  status: 'filtered',
};
const T1 = '2026-11-10T00:00:00.000Z';
const T2 = '2026-11-12T00:00:00.000Z';
const [t1, t2] = [Date.parse(T1), Date.parse(T2)];

type Filters = { readonly [name: string]: string };
const constraints = (...readings: readonly Filters[]): readonly unknown[] =>
  leftOut(gap, readings).map((unread) => unread.constraints);

const upTo = (to: number) => ({ from: -Infinity, to, toExcluded: false });
const since = (from: number) => ({ from, to: Infinity, toExcluded: false });

describe('what one filtered reading leaves out', () => {
  test.each<[string, Filters, readonly unknown[]]>([
    ['other types', { ByResourceType: 'EBS' }, [{ ResourceType: { not: ['EBS'] } }]],
    ['other resources', { ByResourceArn: 'arn:1' }, [{ ResourceArn: { not: ['arn:1'] } }]],
    ['other parents', { ByParentRecoveryPointArn: 'arn:1' }, [{ ParentRecoveryPointArn: { not: ['arn:1'] } }]],
    ['other statuses', { ByStatus: 'COMPLETED' }, [{ Status: { not: ['COMPLETED'] } }]],
    ['other states', { ByState: 'COMPLETED' }, [{ State: { not: ['COMPLETED'] } }]],
    ['other vaults', { ByVaultType: 'BACKUP_VAULT' }, [{ VaultType: { not: ['BACKUP_VAULT'] } }]],
    ['what is older, the moment itself included', { ByCreatedAfter: T1 }, [{ CreationDate: upTo(t1) }]],
    ['what is newer, the moment itself included', { ByCreatedBefore: T1 }, [{ CreationDate: since(t1) }]],
    ['no date: anything', { ByCreatedAfter: 'soon' }, [{}]],
    ['a filter that says nothing of a field: anything', { ByBackupPlanId: 'p' }, [{}]],
    ['a filter AWS added since: anything', { ByColour: 'red' }, [{}]],
    ['a name that every object has', { constructor: 'x' }, [{}]],
    ['the own account: nothing', { ByAccountId: '111122223333' }, []],
    ['every account: nothing', { ByAccountId: '*' }, []],
    ['another account: anything', { ByAccountId: '444455556666' }, [{}]],
    ["a shared vault's owner: nothing", { BackupVaultAccountId: '444455556666' }, []],
    [
      'two filters: what fails either',
      { ByResourceType: 'EBS', ByCreatedAfter: T1 },
      [{ ResourceType: { not: ['EBS'] } }, { CreationDate: upTo(t1) }],
    ],
  ])('%s', (_, filters, expected) => {
    expect(constraints(filters)).toEqual(expected);
  });
});

describe('what several readings all leave out', () => {
  test.each<[string, readonly Filters[], readonly unknown[]]>([
    [
      'other types than both',
      [{ ByResourceType: 'EBS' }, { ByResourceType: 'S3' }],
      [{ ResourceType: { not: ['EBS', 'S3'] } }],
    ],
    [
      'dates that meet: the seam',
      [{ ByCreatedAfter: T1 }, { ByCreatedBefore: T1 }],
      [{ CreationDate: { from: t1, to: t1, toExcluded: false } }],
    ],
    ['dates that overlap: nothing', [{ ByCreatedAfter: T1 }, { ByCreatedBefore: T2 }], []],
    [
      'dates with a hole: the hole',
      [{ ByCreatedBefore: T1 }, { ByCreatedAfter: T2 }],
      [{ CreationDate: { from: t1, to: t2, toExcluded: false } }],
    ],
    [
      'another type that is also old',
      [{ ByResourceType: 'EBS' }, { ByCreatedAfter: T1 }],
      [{ ResourceType: { not: ['EBS'] }, CreationDate: upTo(t1) }],
    ],
    ['one that leaves out nothing', [{ ByResourceType: 'EBS' }, { ByAccountId: '*' }], []],
    [
      'a product of both',
      [
        { ByResourceType: 'EBS', ByStatus: 'COMPLETED' },
        { ByResourceType: 'S3', ByStatus: 'PARTIAL' },
      ],
      [
        { ResourceType: { not: ['EBS', 'S3'] } },
        { ResourceType: { not: ['EBS'] }, Status: { not: ['PARTIAL'] } },
        { Status: { not: ['COMPLETED'] }, ResourceType: { not: ['S3'] } },
        { Status: { not: ['COMPLETED', 'PARTIAL'] } },
      ],
    ],
  ])('%s', (_, readings, expected) => {
    expect(constraints(...readings)).toEqual(expected);
  });

  test('too many combinations count as unread whole', () => {
    const readings = Array.from({ length: 7 }, (_, i) => ({ ByResourceType: `T${i}`, ByStatus: `S${i}` }));
    expect(constraints(...readings)).toEqual([{}]);
  });
});
