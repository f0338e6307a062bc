import { mapOf, string } from '../../catalogue/field.ts';
import type { Scope } from '../../inventory/record.ts';
import { scopeId } from '../../inventory/scope.ts';
import { type Answer, gapReasons, known, mapAnswer, noted, unknown } from '../answer.ts';
import type { Item } from '../item.ts';
import { indexOf } from '../item-index.ts';
import type { World } from '../world/world.ts';
import type { FactReader } from './common.ts';

const none: Answer = known({}, mapOf(string));

/**
 * The tags of what an ARN names in a scope, by the list of that scope. GetResources lists what has or had tags: where it
 * was read and does not list a thing of a type that it knows, the thing has none.
 */
export function tagsOfArn(arn: string, scope: Scope, isListable: boolean, world: World): Answer {
  const named = indexOf('listedResource', 'ResourceArn', world).byKey.get(arn) ?? [];
  const listed = named.find((item) => !item.isPlaceholder && item.scope && scopeId(item.scope) === scopeId(scope));
  if (listed !== undefined) return world.fact(listed, 'Tags');
  const gaps = world.gapsOf(scope, 'GetResources');
  if (gaps.length > 0) return unknown(gapReasons(gaps));
  return isListable ? none : noted(`whether ${arn} has tags is not known: of its type GetResources may not list all`);
}

/** Of a thing whose ARN stands in a field and whose place its facts tell. */
const tagsBy =
  (field: string, isListable: (arn: string, item: Item, world: World) => Answer): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, field), (arn) =>
      mapAnswer(isListable(String(arn), item, world), (listable) =>
        mapAnswer(world.fact(item, 'accountId'), (accountId) =>
          mapAnswer(world.fact(item, 'region'), (region) =>
            tagsOfArn(String(arn), { accountId: String(accountId), region: String(region) }, listable === true, world),
          ),
        ),
      ),
    );

const always = (): Answer => known(true);

/** The tagging API lists those of the types that AWS Backup can back up. */
const ofKnownType = (_: string, item: Item, world: World): Answer =>
  mapAnswer(world.fact(item, 'ResourceType'), (type) => known(Object.hasOwn(world.resourceTypes, String(type))));

export const isBackupArn = (arn: string): boolean => /^arn:[^:]*:backup:/.test(arn);

/** A snapshot of another service has tags of its own there, which are not those that AWS Backup gave the point. */
const ofPoint = (arn: string): Answer =>
  isBackupArn(arn) ? known(true) : noted(`the tags of ${arn} are not known: it is another service's, not AWS Backup's`);

const sortedKeys: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'tags'), (tags) => {
    const keys = typeof tags === 'object' && tags !== null ? Object.keys(tags) : [];
    return known(keys.sort());
  });

export const tagReaders = (field: string) => ({ tags: tagsBy(field, always), tagKeys: sortedKeys });
export const resourceTagReaders = { tags: tagsBy('ResourceArn', ofKnownType), tagKeys: sortedKeys };
export const pointTagReaders = { tags: tagsBy('RecoveryPointArn', ofPoint), tagKeys: sortedKeys };
