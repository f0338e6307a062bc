import { compareText } from '../../inventory/scope.ts';
import type { Overview, OverviewVault } from '../../overview.ts';
import type { Context } from '../context.ts';
import { targetOf } from '../display.ts';
import type { Item } from '../item.ts';
import { dayMs } from '../moment.ts';
import { ruleContexts } from '../rule-context.ts';
import type { World } from '../world/world.ts';
import { askedOfVaults, type Targets } from './asked.ts';
import { knownText, knownValue } from './known-value.ts';

const limit = 500;

/** The vaults that hold points, the worst lock first. A restore access vault only shows what another vault holds. */
export function vaultsOf(targets: Targets, world: World): Overview['vaults'] {
  const contextOf = ruleContexts(askedOfVaults(targets), world);
  const all = world.items('backupVault').filter((item) => knownText(item, 'vaultType', world) !== restoreAccess);
  const ranked = all
    .map((item) => ({ item, rank: worstFirst.indexOf(lockOf(item, world)) }))
    .sort((a, b) => a.rank - b.rank || compareText(a.item.id, b.item.id));
  return { total: all.length, listed: ranked.slice(0, limit).map(({ item }) => vaultOf(contextOf(item))) };
}

const restoreAccess = 'RESTORE_ACCESS_BACKUP_VAULT';

const worstFirst: readonly string[] = ['none', 'unknown', 'governance', 'coolingOff', 'compliance'];

const lockOf = (item: Item, world: World): string => knownText(item, 'lockState', world) ?? 'unknown';

function vaultOf(context: Context): OverviewVault {
  const { item, world } = context;
  const { kind: _, resourceType: __, name = item.id, ...others } = targetOf(item, world);
  const points = knownNumber(context, 'points');
  const retention = points === 0 ? undefined : knownValue(context, 'shortestRetention');
  return {
    ...others,
    name,
    vaultType: knownText(item, 'vaultType', world) ?? 'unknown',
    lockState: lockOf(item, world),
    lockMinDays: limitOf(item, 'lockMinDays', world),
    lockMaxDays: limitOf(item, 'lockMaxDays', world),
    points,
    oldest: dateOf(knownNumber(context, 'oldestDays'), world),
    newest: dateOf(knownNumber(context, 'newestDays'), world),
    shortestRetention: retention === Number.POSITIVE_INFINITY ? 'never' : finite(retention),
  };
}

const finite = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

const knownNumber = (context: Context, name: string): number | null => finite(knownValue(context, name));

/** Null for one that limits nothing. */
function limitOf(item: Item, fact: 'lockMinDays' | 'lockMaxDays', world: World): number | null {
  const answer = world.fact(item, fact);
  const days = answer.is === 'known' ? finite(answer.value) : null;
  return days === 0 ? null : days;
}

/** Ages are fractions of days, dates whole milliseconds. */
const dateOf = (ageDays: number | null, { asOf }: World): string | null =>
  ageDays === null ? null : new Date(Math.round(asOf - ageDays * dayMs)).toISOString();
