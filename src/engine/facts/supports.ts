import { type Capability, capabilities } from '../../catalogue/facts/common.ts';
import { type Answer, gapReasons, known, mapAnswer, noted, unknown } from '../answer.ts';
import type { Item } from '../item.ts';
import type { World } from '../world/world.ts';
import type { FactReader } from './common.ts';

/** What the item's ResourceType can do: an object of answers, since each capability may be unknown by itself. */
export const supports: FactReader = (item, world) => {
  const type = world.fact(item, 'ResourceType');
  const answers = capabilities.map((capability) => [
    capability,
    mapAnswer(type, (name) => capabilityOf(String(name), capability, item, world)),
  ]);
  const given: { readonly [capability: string]: Answer } = Object.fromEntries(answers);
  const object: Item = {
    kind: 'supports',
    id: item.id,
    scope: undefined,
    fields: {},
    unread: [],
    isPlaceholder: false,
    given,
  };
  return known(object);
};

function capabilityOf(type: string, capability: Capability, item: Item, world: World): Answer {
  const entry = Object.hasOwn(world.resourceTypes, type) ? world.resourceTypes[type] : undefined;
  const value = entry?.[capability];
  if (typeof value === 'boolean') return known(value);
  if (value === 'depends' && type === 'DynamoDB') return advancedDynamoDb(item, world);
  return noted(
    `whether ${type} supports ${capability} is not known: say it in the config, "resourceTypes": {${JSON.stringify(type)}: {"${capability}": true}} (or false)`,
  );
}

/** Only with advanced features for DynamoDB turned on in its Region can a table go into an air-gapped vault. */
function advancedDynamoDb(item: Item, world: World): Answer {
  return mapAnswer(world.fact(item, 'accountId'), (accountId) =>
    mapAnswer(world.fact(item, 'region'), (region) =>
      managedIn({ accountId: String(accountId), region: String(region) }, world),
    ),
  );
}

function managedIn(scope: { readonly accountId: string; readonly region: string }, world: World): Answer {
  const settings = world.regionSettings(scope);
  const preference = settings?.fields.ResourceTypeManagementPreference;
  const value = typeof preference === 'object' && preference !== null ? Reflect.get(preference, 'DynamoDB') : undefined;
  if (typeof value === 'boolean') return known(value);
  const gaps = world.gapsOf(scope, 'DescribeRegionSettings');
  if (gaps.length > 0) return unknown(gapReasons(gaps));
  return noted(
    `the Region settings of ${scope.accountId}/${scope.region} do not say whether advanced DynamoDB backup is on`,
  );
}
