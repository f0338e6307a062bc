import type { partFacts } from '../../catalogue/facts/parts.ts';
import { type Answer, known, mapAnswer, noted, unknown } from '../answer.ts';
import { type Item, whyHidden } from '../item.ts';
import { actionsOf, textsIn } from '../parts/actions.ts';
import type { World } from '../world/world.ts';
import { type FactReader, memberOf, type Readers } from './common.ts';

type Judge = (value: unknown) => boolean | undefined;

/**
 * Whether an element of a statement means everyone, or everything. What its opposite leaves depends on what there is, so
 * that is told only where it leaves nothing.
 */
const means =
  (element: string, isAll: Judge): FactReader =>
  (item, world) =>
    eitherOf(item, element, world, (value, isOpposite) => {
      const all = isAll(value);
      if (all === undefined || (isOpposite && !all)) {
        return noted(`what ${isOpposite ? 'Not' : ''}${element} of statement ${item.id} leaves is not understood`);
      }
      return known(all && !isOpposite);
    });

/** A statement has an element or its opposite, as AWS checks when a policy is put. */
const eitherOf = (
  item: Item,
  element: string,
  world: World,
  f: (value: unknown, isOpposite: boolean) => Answer,
): Answer =>
  mapAnswer(world.fact(item, element), (value) =>
    mapAnswer(world.fact(item, `Not${element}`), (opposite) => {
      if ((value === undefined) === (opposite === undefined))
        return noted(`statement ${item.id} does not say one of ${element} and Not${element}`);
      return opposite === undefined ? f(value, false) : f(opposite, true);
    }),
  );

const isEveryone: Judge = (principal) => {
  if (typeof principal === 'string') return principal === '*' ? true : undefined;
  if (typeof principal !== 'object' || principal === null || Array.isArray(principal)) return undefined;
  const accounts = memberOf(principal, 'AWS');
  return accounts === undefined ? false : textsIn(accounts)?.includes('*');
};

/** Every ARN matches a pattern of nothing but wildcards. */
const isEveryResource: Judge = (resources) =>
  textsIn(resources)?.some((pattern) => /^(\*+|arn(:\*+){1,5})$/.test(pattern));

const actions: FactReader = (item, world) =>
  eitherOf(item, 'Action', world, (value, isOpposite) => {
    const patterns = textsIn(value);
    if (patterns === undefined) return noted(`the actions of statement ${item.id} are not understood`);
    return known(actionsOf(patterns, isOpposite, world.iamNames.actions));
  });

export const policyStatementReaders: Readers<(typeof partFacts)['policyStatement']> = {
  everyone: means('Principal', isEveryone),
  everyResource: means('Resource', isEveryResource),
  actions,
};

const given: FactReader = (item) => unknown(whyHidden(item));

export const policyConditionReaders: Readers<(typeof partFacts)['policyCondition']> = {
  conditionOperator: given,
  /** IAM compares keys whatever their case. */
  conditionKey: (item, world) =>
    mapAnswer(world.fact(item, 'writtenKey'), (key) => {
      const spelled = String(key).toLowerCase();
      return known(world.iamNames.conditionKeys.find((name) => name.toLowerCase() === spelled) ?? key);
    }),
  conditionValues: given,
};
