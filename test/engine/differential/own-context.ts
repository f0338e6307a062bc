import { type Answer, known } from '../../../src/engine/answer.ts';
import type { Context } from '../../../src/engine/context.ts';
import type { Item } from '../../../src/engine/item.ts';
import { ruleContext } from '../../../src/engine/rule-context.ts';
import { buildWorld } from '../../../src/engine/world/build-world.ts';
import { ownRule } from '../own-rule.ts';

const world = buildWorld(
  {
    ...{
      rules: [],
      shards: [],
      asOf: '2026-11-20T06:00:00.000Z',
      resourceTypes: {},
      iamNames: { actions: [], conditionKeys: [] },
    },
    ...{ copyAccounts: undefined, version: '0.0.0', include: [] },
  },
  new Set(),
);

export type Answers = { readonly [fact: string]: Answer };

/** A target of which nothing is known but these facts. */
export function contextOf(given: Answers, parameters: Context['parameters']): Context {
  const item: Item = {
    ...{ kind: 'protectedResource', id: 'arn:aws:s3:::invoices', scope: undefined, fields: {}, unread: [] },
    ...{ isPlaceholder: false, given },
  };
  return ruleContext(ownRule({}, parameters), item, world);
}

export const knownAnswers = (facts: { readonly [fact: string]: unknown }): Answers =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, known(value)]));
