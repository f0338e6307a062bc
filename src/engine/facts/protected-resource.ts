import { parseArn } from '../../arn.ts';
import type { protectedResourceFacts } from '../../catalogue/facts/resources.ts';
import type { Scope } from '../../inventory/record.ts';
import { compareScopes } from '../../inventory/scope.ts';
import {
  type Answer,
  absent,
  gapReasons,
  joinReasons,
  known,
  mapAnswer,
  noted,
  type Reason,
  range,
  unknown,
} from '../answer.ts';
import type { Item } from '../item.ts';
import { daysBefore } from '../moment.ts';
import { backupsOf } from '../points/fed-points.ts';
import type { World } from '../world/world.ts';
import { type FactReader, placeReaders, type Readers } from './common.ts';
import { supports } from './supports.ts';
import { resourceTagReaders } from './tags.ts';

/** From its ARN; S3 names no place there, so then from the lowest scope where AWS lists it as protected. */
const ownPlace =
  (part: 'accountId' | 'region'): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, 'ResourceArn'), (arn) => {
      const named = parseArn(String(arn))?.[part];
      if (named) return known(named);
      const gaps = listingGaps(world).length === 0 ? [] : listingGaps(world, item.scope);
      if (gaps.length > 0) return unknown(gaps);
      return item.scope ? known(item.scope[part]) : noted(`${String(arn)} does not name its ${part}`);
    });

const gapsByWorld = new WeakMap<World, readonly Reason[]>();

/** Unread lists of protected resources, of all scopes or of those before `below`. */
function listingGaps(world: World, below?: Scope): readonly Reason[] {
  const known = below === undefined ? gapsByWorld.get(world) : undefined;
  if (known !== undefined) return known;
  const scopes = world.inventory.scopes.filter((scope) => below === undefined || compareScopes(scope, below) < 0);
  const gaps = gapReasons(scopes.flatMap((scope) => world.gapsOf(scope, 'ListProtectedResources')));
  if (below === undefined) gapsByWorld.set(world, gaps);
  return gaps;
}

/**
 * asOf − the later of LastBackupTime and the newest CreationDate of its points: both, since AWS lists a resource in its
 * own account, and copies elsewhere. What was not read may be newer, so then it is an upper end.
 */
const daysSinceLastBackup: FactReader = (item, world) => {
  const { days: passed, held: points } = backupsOf(item, world);
  const ages = points.flatMap(({ item: point, reasons }) =>
    reasons.is === 'known' ? [world.fact(point, 'ageDays')] : [],
  );
  const listed = daysBefore(world.asOf, world.fact(item, 'lastBackupTime'));
  const dated = [...ages, listed].flatMap((age) =>
    age.is === 'known' && typeof age.value === 'number' ? age.value : [],
  );
  const days = [...passed, ...dated];
  const undated = ages.flatMap((age) => (age.is === 'known' ? [] : age.reasons));
  const perhaps = points.filter(({ reasons }) => reasons.is !== 'known');
  const low = Math.min(...perhaps.map((each) => lowestAge(each.item, world)));
  const newest = Math.min(...days);
  const open = joinReasons([undated, listingGaps(world), ...perhaps.map(({ reasons }) => reasonsIn(reasons))]);
  if (open.length === 0) return days.length === 0 ? absent : known(newest);
  if (days.length === 0) return unknown(open);
  const floor = undated.length > 0 || listingGaps(world).length > 0 ? -Infinity : low;
  return floor >= newest ? known(newest) : range(floor, newest, open);
};

const reasonsIn = (answer: Answer): readonly Reason[] => (answer.is === 'known' ? [] : answer.reasons);

function lowestAge(point: Item, world: World): number {
  const age = world.fact(point, 'ageDays');
  if (age.is === 'range') return age.low;
  return age.is === 'known' && typeof age.value === 'number' ? age.value : Number.NEGATIVE_INFINITY;
}

export const protectedResourceReaders: Readers<typeof protectedResourceFacts> = {
  accountId: ownPlace('accountId'),
  region: ownPlace('region'),
  partition: placeReaders('ResourceArn').partition,
  supports,
  daysSinceLastBackup,
  ...resourceTagReaders,
};
