import type { Fields, Scope } from '../../src/inventory/record.ts';
import { pointArn, resourceArn } from './arns.ts';
import { laterByMinutes } from './clock.ts';
import { completionOf, type Point } from './point.ts';
import { allPoints } from './points.ts';
import { resourceNamed } from './resources.ts';
import { airGappedFor, scheduledPoint } from './scheduled-points.ts';
import { sameScope, vaultIreland } from './scopes.ts';
import { seededUuid } from './seeded.ts';
import { type Vault, vaultArn, vaultOf } from './vaults.ts';

/** A partner's vault, in an account that is not part of this inventory. */
const partnerVault: Vault = {
  scope: { ...vaultIreland, accountId: '123456789012' },
  name: 'acme-escrow',
  type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  created: '2026-01-12T09:00:00.000Z',
  lock: { Locked: true },
};

type Copy = { readonly source: Point; readonly to: Vault; readonly outcome: Fields };

const completed = ({ arn, ...copy }: Point): Fields => ({
  State: 'COMPLETED',
  MessageCategory: 'SUCCESS',
  DestinationRecoveryPointArn: arn,
  CompletionDate: completionOf({ arn, ...copy }),
});

const failed = (source: Point, StatusMessage: string): Fields => ({
  State: 'FAILED',
  MessageCategory: 'FAILURE',
  StatusMessage,
  CompletionDate: laterByMinutes(source.created, 64),
});

function weeklySource(name: string, days: number): Point {
  const resource = resourceNamed(name);
  return scheduledPoint(resource, vaultOf(resource.scope, resource.vault), days);
}

const made: readonly Copy[] = allPoints.flatMap((point) =>
  point.source === undefined ? [] : [{ source: point.source, to: point.vault, outcome: completed(point) }],
);

const refused = (name: string): Copy => {
  const source = weeklySource(name, 5);
  const message = 'The snapshot is encrypted with the AWS managed key aws/ebs, which cannot be shared with the vault.';
  return { source, to: airGappedFor(source.resource), outcome: failed(source, message) };
};

const toPartner = (days: number): Copy => {
  const source = weeklySource('partner-exchange', days);
  const arn = pointArn(source.resource, partnerVault, source.created);
  return { source, to: partnerVault, outcome: completed({ ...source, arn, source }) };
};

const running: Copy = {
  source: weeklySource('ledger-journal', 0),
  to: airGappedFor(resourceNamed('ledger-journal')),
  outcome: { State: 'RUNNING' },
};

const copies: readonly Copy[] = [
  ...made,
  refused('batch-01'),
  refused('pos-gateway'),
  toPartner(5),
  toPartner(12),
  running,
];

function copyFields({ source, to, outcome }: Copy): Fields {
  const { resource, created, keep } = source;
  return {
    AccountId: resource.scope.accountId,
    CopyJobId: seededUuid(`copy/${source.arn}/${vaultArn(to)}`).toUpperCase(),
    SourceBackupVaultArn: vaultArn(source.vault),
    SourceRecoveryPointArn: source.arn,
    DestinationBackupVaultArn: vaultArn(to),
    DestinationVaultType: to.type,
    DestinationRecoveryPointLifecycle: { DeleteAfterDays: keep ?? 365 },
    ResourceArn: resourceArn(resource),
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreationDate: laterByMinutes(created, 30),
    ...outcome,
  };
}

export const copyJobsIn = (scope: Scope): readonly Fields[] =>
  copies.filter(({ source }) => sameScope(source.vault.scope, scope)).map(copyFields);
