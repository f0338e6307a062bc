import { type Gap, gapKey } from '../../inventory/gap.ts';
import { compareText } from '../../inventory/scope.ts';
import type { WhyUnread } from '../../why-result.ts';
import { sentenceOf } from '../unknown-message.ts';
import type { World } from '../world/world.ts';
import type { Tried } from './records.ts';

/** Lists named of each group; the rest are counted. */
const namedLists = 10;

type Unread = { readonly gap: Gap; readonly couldCount: boolean };

/** Lists that nobody read, by operation and reason; those that could hold something that counts come first. */
export function unreadLists(tried: readonly Tried[], world: World): WhyUnread[] {
  const groups = new Map<string, Unread[]>();
  for (const unread of eachOnce(tried)) {
    const key = JSON.stringify([!unread.couldCount, unread.gap.operation, unread.gap.status]);
    groups.set(key, [...(groups.get(key) ?? []), unread]);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).flatMap(([, group]) => groupOf(group, world));
}

/** Several lists may hang on one gap: if one of them could hold something, the gap could hide it. */
function eachOnce(tried: readonly Tried[]): readonly Unread[] {
  const byGap = new Map<string, Unread>();
  for (const { item, holds } of tried.filter((each) => each.item.isPlaceholder)) {
    for (const gap of item.unread) {
      const key = gapKey(gap);
      byGap.set(key, { gap, couldCount: holds !== false || byGap.get(key)?.couldCount === true });
    }
  }
  return [...byGap].sort(([a], [b]) => compareText(a, b)).map(([, unread]) => unread);
}

function groupOf(group: readonly Unread[], world: World): WhyUnread[] {
  const lists = group.slice(0, namedLists).map(({ gap }) => ({
    accountId: gap.accountId,
    region: gap.region,
    ...(gap.resource === undefined ? {} : { resource: gap.resource }),
    why: sentenceOf({ gap }, world.isInWorld),
  }));
  return group.slice(0, 1).map(({ gap: { operation, status }, couldCount }) => ({
    ...{ operation, status, couldCount },
    ...{ count: group.length, lists },
  }));
}
