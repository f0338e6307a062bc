import type { AwsRecord } from '../../inventory/record.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import { leadsOutside } from '../world/copies.ts';
import type { Outline } from '../world/outline.ts';
import type { VaultList } from '../world/vault-lists.ts';

type Lists = ReadonlyMap<string, VaultList>;

/** ARNs of points that will be asked for by a job: what it restored or copied, which no field of the job says. */
export function namedPoints(
  { byKind, inventory }: Outline,
  rules: readonly ActiveRule[],
  lists: Lists,
): ReadonlySet<unknown> {
  const all = rules.some(asksForPoint);
  const restored = byKind('restoreJob').filter(({ fields }) => all || fields.SourceResourceArn === undefined);
  const copied = byKind('copyJob').filter((job) => all || leadsOutside(job, inventory, lists));
  const scanned = all ? byKind('scanJob') : [];
  return new Set([
    ...values(restored, 'RecoveryPointArn'),
    ...values(copied, 'SourceRecoveryPointArn'),
    ...values(scanned, 'RecoveryPointArn'),
  ]);
}

const values = (records: readonly AwsRecord[], field: string): readonly unknown[] =>
  records.map(({ fields }) => fields[field]);

/** Jobs have a relation of this name. */
const asksForPoint = ({ rule: { when, require, facts, message } }: ActiveRule): boolean =>
  /\brecoveryPoint\b/.test(JSON.stringify([when, require, facts, message]));
