import { known, reasonsOf } from '../answer.ts';
import { memberOf } from '../facts/common.ts';
import type { Item } from '../item.ts';
import { isLike } from '../like.ts';
import type { World } from '../world/world.ts';
import { allOf, anyOf, clauseOf, decided, type Membership, silent, undecided, undecidedBy } from './membership.ts';
import { optIn } from './opt-in.ts';
import { tagTest, tagTests } from './tag-test.ts';

/**
 * Whether a backup selection covers a resource of its own account and Region: what `Resources` or `ListOfTags` name, or
 * everything where there is neither, without what `NotResources` names, as far as all `Conditions` hold.
 */
export function coveredByBackup(resource: Item, selection: Item, world: World): Membership {
  const [arn, answer] = [world.fact(resource, 'ResourceArn'), world.fact(selection, 'BackupSelection')];
  const unread = [answer, arn].find(({ is }) => is !== 'known');
  if (unread !== undefined || arn.is !== 'known' || answer.is !== 'known')
    return clauseOf('selection', 'not read', undecided(reasonsOf(unread ?? known(undefined))));
  const { value } = answer;
  if (typeof value !== 'object' || value === null) {
    const missing = `BackupSelection of ${selection.id} is missing in the inventory`;
    return clauseOf('selection', 'empty', undecidedBy(missing));
  }
  const text = String(arn.value);
  return allOf([
    notExcluded(value, text),
    included(value, text, { resource, selection, world }),
    ...tagTests('Conditions', memberOf(value, 'Conditions'), world.fact(resource, 'tags'), conditionNames),
  ]);
}

const conditionNames = { key: 'ConditionKey', value: 'ConditionValue' };

function notExcluded(value: object, arn: string): Membership {
  const pattern = listIn(value, 'NotResources').find((each) => isLike(String(each), arn));
  if (pattern === undefined) return silent(decided(true));
  return clauseOf('NotResources', String(pattern), decided(false));
}

type Pair = { readonly resource: Item; readonly selection: Item; readonly world: World };

/** `Resources` and `ListOfTags` add to each other (AWS re:Post, "backup-assign-resources"); only `Conditions` narrow. */
function included(value: object, arn: string, pair: Pair): Membership {
  const patterns = listIn(value, 'Resources').map(String);
  const pairs = listIn(value, 'ListOfTags');
  const ways = [
    ...(patterns.length > 0 ? [byArn(patterns, arn, pair)] : []),
    ...(pairs.length > 0 ? [byTag(pairs, pair)] : []),
  ];
  return ways.length > 0 ? anyOf(ways) : everything(pair);
}

function byArn(patterns: readonly string[], arn: string, { resource, selection, world }: Pair): Membership {
  const fitting = patterns.filter((pattern) => isLike(pattern, arn));
  const [first] = fitting;
  if (first === undefined) return clauseOf('Resources', patternsText(patterns), decided(false));
  return allOf([clauseOf('Resources', first, decided(true)), optIn(selection, resource, fitting, world)]);
}

const patternsText = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`;

/** A selection by tags takes what the Region is opted in to. */
function byTag(pairs: readonly unknown[], { resource, selection, world }: Pair): Membership {
  const tags = world.fact(resource, 'tags');
  const tests = pairs.map((pair) => {
    const type = memberOf(pair, 'ConditionType');
    return tagTest('ListOfTags', type === 'STRINGEQUALS' ? 'StringEquals' : String(type), pair, tags, conditionNames);
  });
  return allOf([anyOf(tests), optIn(selection, resource, [], world)]);
}

const everything = ({ resource, selection, world }: Pair): Membership =>
  allOf([
    clauseOf('Resources', 'everything: it names no resources and no tags', decided(true)),
    optIn(selection, resource, [], world),
  ]);

function listIn(value: object, name: string): readonly unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}
