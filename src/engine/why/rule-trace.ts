import type { Gap } from '../../inventory/gap.ts';
import type { Finding, Outcome, Result, ResultGap, Target } from '../../result.ts';
import type { ActiveRule, Rule } from '../../rules/rule.ts';
import type { WhyFact, WhyRule } from '../../why-result.ts';
import type { Reason } from '../answer.ts';
import { evaluateReference } from '../compiler.ts';
import type { Context } from '../context.ts';
import { plainValue, plainValues, targetOf } from '../display.ts';
import { explain } from '../explain.ts';
import { type Item, isItem } from '../item.ts';
import type { Verdict } from '../judge-target.ts';
import { matchItem } from '../match-item.ts';
import { ruleContext } from '../rule-context.ts';
import { ruleTarget } from '../ruling.ts';
import { sentenceOf } from '../unknown-message.ts';
import type { World } from '../world/world.ts';
import { aggregatesIn } from './aggregates-in.ts';
import { conditionTree } from './condition-tree.ts';
import { because, recordsOf } from './records.ts';
import { referenceText } from './reference-text.ts';

export type Scanned = { readonly world: World; readonly result: Result };

/** What one rule makes of one target, with all that it looked at. */
export function traceRule(rule: ActiveRule, item: Item, scanned: Scanned): WhyRule {
  const { active, verdict } = ruleTarget(rule, item, scanned.world);
  return { ...traceOf(active, verdict, item, scanned), ...overridesOf(rule, item, scanned.world) };
}

function traceOf(active: ActiveRule, verdict: Verdict, item: Item, { world, result }: Scanned): WhyRule {
  const { rule, severity } = active;
  const context = ruleContext(active, item, world);
  const decisive = decisiveLeaves(rule, verdict.outcome, context);
  const finding = findingIn(result, rule.id, targetOf(item, world));
  const gaps = (finding?.gaps ?? []).flatMap((index) => result.gaps[index] ?? []);
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    title: rule.title,
    severity,
    outcome: verdict.outcome,
    parameters: plainValues(active.parameters),
    ...(finding === undefined ? {} : { message: finding.message }),
    because: because(reasonsAmong(verdict.reasons, gaps), context),
    gaps,
    remediation: rule.remediation,
    facts: Object.entries(rule.facts ?? {}).map(([name, reference]) => namedFact(name, reference, context)),
    ...(rule.when === undefined ? {} : { when: conditionTree(rule.when, '/when', { context, decisive }) }),
    require: conditionTree(rule.require, '/require', { context, decisive }),
  };
}

/** Those that match the target, or may. */
function overridesOf({ overrides = [] }: ActiveRule, item: Item, world: World): Pick<WhyRule, 'overrides'> {
  const judged = overrides.map(({ match, parameters }) => {
    const { holds, reasons } = matchItem(match, item, world);
    const because = reasons.map((reason) => sentenceOf(reason, world.isInWorld));
    return { match, parameters: plainValues(parameters), holds, because };
  });
  const own = judged.filter(({ holds }) => holds !== false);
  return own.length === 0 ? {} : { overrides: own };
}

/** The finding of the scan. Of points with one id, in two vaults, each has its own account, Region or name. */
const findingIn = ({ findings }: Result, ruleId: string, target: Target): Finding | undefined =>
  findings.find((finding) => finding.ruleId === ruleId && isSame(finding.target, target));

const isSame = (a: Target, b: Target): boolean =>
  a.kind === b.kind && a.id === b.id && a.accountId === b.accountId && a.region === b.region;

/** A scan leaves out reasons that would not matter alone, such as that AWS forgets old jobs. */
function reasonsAmong(reasons: readonly Reason[], gaps: readonly ResultGap[]): readonly Reason[] {
  const keys = new Set(gaps.map(keyOf));
  return reasons.filter((reason) => 'note' in reason || keys.has(keyOf(reason.gap)));
}

const keyOf = ({ accountId, region, operation, resource, status }: ResultGap | Gap): string =>
  JSON.stringify([accountId, region, operation, resource, status]);

/** The same leaves that are the evidence of a finding; of a pass and of what does not apply those that made it so. */
function decisiveLeaves(rule: Rule, outcome: Outcome, context: Context): ReadonlySet<string> {
  const when = rule.when === undefined ? undefined : explain(rule.when, '/when', context);
  const require = explain(rule.require, '/require', context);
  const sides = {
    notApplicable: [when],
    unknown: [when, require].filter((side) => side?.holds === null),
    pass: when?.holds === true ? [when, require] : [require],
    fail: [when, require],
  };
  return new Set(sides[outcome].flatMap((side) => side?.decisive.map(({ at }) => at) ?? []));
}

function namedFact(name: string, reference: NonNullable<Rule['facts']>[string], context: Context): WhyFact {
  const answer = evaluateReference({ fact: name }, context);
  const value = answer.is === 'known' ? answer.value : 'unknown';
  const shown = isItem(value) ? value.id : plainValue(value);
  return {
    name,
    asked: referenceText(reference),
    ...(shown === undefined ? {} : { actual: shown }),
    records: aggregatesIn(reference, `/facts/${name}`).map((aggregate) => recordsOf(aggregate, context)),
  };
}
