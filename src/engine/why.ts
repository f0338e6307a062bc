import { kindNames } from '../catalogue/kinds.ts';
import type { Gap } from '../inventory/gap.ts';
import type { Outcome, Result } from '../result.ts';
import type { ActiveRule, LoadedRule } from '../rules/rule.ts';
import { severities } from '../severity.ts';
import type { WhyResult, WhyRule, WhyThing } from '../why-result.ts';
import { targetOf } from './display.ts';
import type { EvaluationInput } from './evaluation.ts';
import type { Item } from './item.ts';
import { concerns, judges } from './target-of.ts';
import { relatedOutcomes } from './why/related-outcomes.ts';
import { traceRule } from './why/rule-trace.ts';
import { selectionsOf } from './why/selections-of.ts';
import { buildWorld } from './world/build-world.ts';
import type { World } from './world/world.ts';

export type WhyInput = {
  readonly input: EvaluationInput;
  /** What a scan of the same input made of it: a rule may ask which gaps the others felt. */
  readonly result: Result;
  /** All rules that are known, in force or not. */
  readonly loaded: readonly LoadedRule[];
};

/** A world that remembers what was felt in a scan of all of it. */
export const worldAfter = ({ input, result }: WhyInput): World => {
  const gaps: readonly unknown[] = result.gaps;
  return buildWorld(input, new Set(gaps.filter(isGap)));
};

const isGap = (value: unknown): value is Gap =>
  typeof value === 'object' && value !== null && 'operation' in value && 'status' in value;

/** Everything of any kind that has the id. */
export const thingsNamed = (id: string, world: World): readonly Item[] =>
  kindNames.flatMap((kind) => world.items(kind).filter((item) => item.id === id));

/** What every rule makes of these things, and why. */
export function why(asked: WhyInput, things: readonly Item[], world: World): WhyResult {
  const { result } = asked;
  return {
    schemaVersion: 1,
    tool: result.tool,
    asOf: result.asOf,
    scopes: result.scopes,
    things: whatIsJudged(things.map((item) => thingOf(item, asked, world))),
  };
}

/** A scope and its settings have one id: where something is judged, what no rule knows is left out. */
function whatIsJudged(things: readonly WhyThing[]): WhyThing[] {
  const judged = things.filter(({ rules }) => rules.length > 0);
  return judged.length > 0 ? judged : [...things];
}

function thingOf(item: Item, { input, result, loaded }: WhyInput, world: World): WhyThing {
  const active = input.rules.filter(({ rule }) => judges(rule, item));
  const rules = active.map((each) => traceRule(each, item, { world, result })).sort(worstFirst);
  const outcomes = { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  for (const { outcome } of rules) outcomes[outcome]++;
  return {
    target: targetOf(item, world),
    outcomes,
    rules,
    notInForce: notInForce(item.kind, input.rules, loaded),
    related: relatedOutcomes(item, input.rules, world),
    ...selectionsOf(item, world),
  };
}

const order: readonly Outcome[] = ['fail', 'unknown', 'pass', 'notApplicable'];

const worstFirst = (a: WhyRule, b: WhyRule): number =>
  order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.ruleId < b.ruleId ? -1 : 1);

function notInForce(kind: string, active: readonly ActiveRule[], loaded: readonly LoadedRule[]) {
  const inForce = new Set(active.map(({ rule }) => rule.id));
  return loaded
    .filter(({ rule }) => concerns(rule, kind) && !inForce.has(rule.id))
    .map(({ rule }) => ({ ruleId: rule.id, ruleName: rule.name, title: rule.title }))
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}
