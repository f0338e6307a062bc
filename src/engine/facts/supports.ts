import { parseArn } from '../../arn.ts';
import { type Capability, capabilities } from '../../catalogue/facts/common.ts';
import { type Answer, gapReasons, known, mapAnswer, noted, unknown } from '../answer.ts';
import type { Item } from '../item.ts';
import type { World } from '../world/world.ts';
import type { FactReader } from './common.ts';

/** What the item's ResourceType can do: an object of answers, since each capability may be unknown by itself. */
export const supports: FactReader = (item, world) => {
  const type = world.fact(item, 'ResourceType');
  const name = type.is === 'known' ? String(type.value) : '';
  const decided = Object.hasOwn(deciders, name) ? deciders[name]?.(item, world) : undefined;
  const ask = (capability: Capability) =>
    mapAnswer(type, (value) => capabilityOf(String(value), capability, world, decided));
  return name === '' || decided !== undefined ? objectOf(item.id, ask) : ofType(name, world, ask);
};

type Ask = (capability: Capability) => Answer;

const shared = new WeakMap<World['resourceTypes'], Map<string, Answer>>();

/** One object for all things of a type that nothing but its type decides: there may be a million of them. */
function ofType(type: string, { resourceTypes }: World, ask: Ask): Answer {
  const byType = shared.get(resourceTypes) ?? new Map<string, Answer>();
  const answer = byType.get(type) ?? objectOf(type, ask);
  shared.set(resourceTypes, byType.set(type, answer));
  return answer;
}

function objectOf(id: string, ask: Ask): Answer {
  const given: { readonly [capability: string]: Answer } = Object.fromEntries(
    capabilities.map((capability) => [capability, ask(capability)]),
  );
  const object: Item = {
    kind: 'supports',
    id,
    scope: undefined,
    fields: {},
    unread: [],
    isPlaceholder: false,
    given,
  };
  return known(object);
}

function capabilityOf(type: string, capability: Capability, world: World, decided: Answer | undefined): Answer {
  const entry = Object.hasOwn(world.resourceTypes, type) ? world.resourceTypes[type] : undefined;
  const value = entry?.[capability];
  if (typeof value === 'boolean') return known(value);
  return value === 'depends' && decided !== undefined ? decided : undecided(type, capability);
}

const undecided = (type: string, capability: Capability): Answer =>
  noted(
    `whether ${type} supports ${capability} is not known: say it in the config, "resourceTypes": {${JSON.stringify(type)}: {"${capability}": true}} (or false)`,
  );

/** AWS Backup manages the backups of a table only where advanced features for DynamoDB are on in its Region. */
const advancedDynamoDb: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'accountId'), (accountId) =>
    mapAnswer(world.fact(item, 'region'), (region) =>
      managedIn({ accountId: String(accountId), region: String(region) }, world),
    ),
  );

/** A Multi-AZ cluster can neither be copied nor backed up continuously; an instance can, and its ARN names it a db. */
const isDbInstance: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'ResourceArn'), (arn) => {
    const what = parseArn(String(arn))?.resource.split(':')[0];
    if (what === 'db' || what === 'cluster') return known(what === 'db');
    return noted(`${String(arn)} does not tell whether it is a DB instance or a Multi-AZ cluster`);
  });

/** What tells of a thing where its type alone does not: all that "depends" for the type depends on this. */
const deciders: { readonly [type: string]: FactReader } = { DynamoDB: advancedDynamoDb, RDS: isDbInstance };

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
