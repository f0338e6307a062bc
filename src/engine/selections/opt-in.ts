import type { Truth } from '../answer.ts';
import { gapReasons } from '../answer.ts';
import { memberOf } from '../facts/common.ts';
import type { Item } from '../item.ts';
import { namesType } from '../resource-type.ts';
import type { World } from '../world/world.ts';
import { clauseOf, decided, type Membership, silent, truthOver, undecided, undecidedBy } from './membership.ts';

/**
 * Whether AWS Backup backs up resources of this type for the selection: always where one of the patterns names the type,
 * else where the Region is opted in to it. Aurora, Neptune and DocumentDB share their ARNs, so there it must be either way.
 */
export function optIn(selection: Item, resource: Item, patterns: readonly string[], world: World): Membership {
  const type = world.fact(resource, 'ResourceType');
  const truth = truthOver(type, (name) => isBackedUp(String(name), selection, patterns, world));
  if (truth.holds === true) return silent(truth);
  const what = type.is === 'known' ? String(type.value) : 'its type';
  return clauseOf('opt-in', `${what}${truth.holds === null ? '' : ' is not opted in to'}`, truth);
}

function isBackedUp(type: string, selection: Item, patterns: readonly string[], world: World): Truth {
  const own = Object.hasOwn(world.resourceTypes, type) ? world.resourceTypes[type]?.optIn : undefined;
  const isNamed = patterns.some((pattern) => namesType(pattern, type, world.resourceTypes));
  if (isNamed && own === undefined) return decided(true);
  const truth = isOptedIn(type, selection, world);
  if (!isNamed || own !== 'unclear' || truth.holds !== false) return truth;
  return undecidedBy(`AWS does not say whether a selection that names ${type} overrides the Region's opt-in`);
}

function isOptedIn(type: string, { scope, fields }: Item, world: World): Truth {
  // Trap P2: for a plan of an organization's policy the opt-in of the management account counts.
  if (String(fields.BackupPlanId).startsWith('orgs/'))
    return undecidedBy(`the plan is an organization's: the ${type} opt-in of its management account decides`);
  if (scope === undefined) return undecidedBy('the selection names no Region');
  const preference = memberOf(world.regionSettings(scope)?.fields.ResourceTypeOptInPreference, type);
  if (typeof preference === 'boolean') return decided(preference);
  const gaps = world.gapsOf(scope, 'DescribeRegionSettings');
  if (gaps.length > 0) return undecided(gapReasons(gaps));
  return undecidedBy(
    `the Region settings of ${scope.accountId}/${scope.region} do not say whether ${type} is opted in to`,
  );
}
