import type { Kind } from '../../catalogue/kinds.ts';
import { type Gap, gapKey } from '../../inventory/gap.ts';
import { compareText } from '../../inventory/scope.ts';
import type { Overview } from '../../overview.ts';
import type { World } from '../world/world.ts';

/** One list that is denied in all accounts is one thing to mend: a few places tell which. */
const limit = 20;

const kinds: readonly Kind[] = ['backupVault', 'protectedResource', 'recoveryPoint', 'restoreJob'];

/** What was not read of all that the overview looks at. */
export function unreadOf(world: World): Overview['unread'] {
  const gaps = new Set(kinds.flatMap((kind) => world.placeholders(kind)).flatMap(({ unread }) => unread));
  const groups = new Map<string, Gap[]>();
  for (const gap of [...gaps].sort((a, b) => compareText(gapKey(a), gapKey(b)))) {
    const key = `${gap.operation}\n${gap.status}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(gap);
  }
  return [...groups.entries()].sort(([a], [b]) => compareText(a, b)).flatMap(([, group]) => unreadIn(group));
}

function unreadIn(gaps: readonly Gap[]): Overview['unread'] {
  const listed = gaps.slice(0, limit).map(({ accountId, region, resource }) => ({
    accountId,
    region,
    ...(resource === undefined ? {} : { resource }),
  }));
  return gaps.slice(0, 1).map(({ operation, status }) => ({ operation, status, total: gaps.length, listed }));
}
