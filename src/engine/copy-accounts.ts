import type { Item } from './item.ts';
import type { World } from './world/world.ts';

/** Whether unread points may be a resource's: with `scope.copyAccounts`, only in its own account and in those. */
export function mayHoldCopies(resource: Item, point: Item, world: World): boolean {
  const { copyAccounts } = world;
  if (copyAccounts === undefined) return true;
  const own = world.fact(resource, 'accountId');
  if (own.is !== 'known') return true;
  return point.unread.some(({ accountId }) => accountId === own.value || copyAccounts.has(accountId));
}
