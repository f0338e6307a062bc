import { parseArn } from '../../arn.ts';
import type { partFacts } from '../../catalogue/facts/parts.ts';
import { known, mapAnswer, noted, unknown } from '../answer.ts';
import { whyHidden } from '../item.ts';
import { ageDays, type FactReader, lifecycleDays, memberOf, placementName, type Readers } from './common.ts';
import { periodOf } from './period.ts';
import { policyConditionReaders, policyStatementReaders } from './policy.ts';

const ofParent =
  (name: string): FactReader =>
  (item, world) =>
    item.parent === undefined ? unknown(whyHidden(item)) : world.fact(item.parent, name);

/** Given where the thing was read out; of what was not read unknown. */
const given: FactReader = (item) => unknown(whyHidden(item));

const retentionDays: FactReader = (item, world) => lifecycleDays(world.fact(item, 'Lifecycle'));
const shared = { date: ofParent('date'), ageDays, partition: ofParent('partition') };

const vaultPlace =
  (part: 'accountId' | 'region'): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, 'vaultArn'), (arn) => {
      const place = parseArn(String(arn))?.[part];
      return place ? known(place) : noted(`${String(arn)} does not name its ${part}`);
    });

const temporary: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'Lifecycle'), (lifecycle) => known(memberOf(lifecycle, 'DeleteAfterEvent') !== undefined));

const placement: FactReader = (item, world) => {
  const differs = (name: string, then: (differs: boolean) => ReturnType<FactReader>) =>
    mapAnswer(world.fact(item, name), (own) =>
      mapAnswer(readInPlan(name)(item, world), (plans) => then(own !== plans)),
    );
  return differs('accountId', (account) => differs('region', (region) => known(placementName(account, region))));
};

/** The rule's account and Region are its plan's. */
const readInPlan = (name: string): FactReader => ofParent(name);

type PartReaders = { readonly [kind in keyof typeof partFacts]: Readers<(typeof partFacts)[kind]> };

export const partReaders: PartReaders = {
  backupRule: {
    accountId: ofParent('accountId'),
    region: ofParent('region'),
    ...shared,
    periodHours: periodOf('cron(0 5 ? * * *)'),
    retentionDays,
  },
  destination: {
    accountId: vaultPlace('accountId'),
    region: vaultPlace('region'),
    ...shared,
    role: given,
    vaultArn: given,
    retentionDays,
    temporary,
    placement,
  },
  policyStatement: policyStatementReaders,
  policyCondition: policyConditionReaders,
};
