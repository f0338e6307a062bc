import { type Gap, gapKey, isForgotten } from '../inventory/gap.ts';
import { compareText, scopeId } from '../inventory/scope.ts';
import type { Finding, OutcomeCounts, Result, ResultRule } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { severities } from '../severity.ts';
import { plainValue } from './display.ts';
import type { Judged } from './evaluate.ts';
import type { EvaluationInput } from './evaluation.ts';
import { findingOf } from './finding.ts';
import type { World } from './world/world.ts';

type ResultInput = {
  readonly input: EvaluationInput;
  readonly judged: readonly Judged[];
  readonly felt: ReadonlySet<Gap>;
  readonly world: World;
};

/** The result, version 1 (DESIGN §9): everything sorted by code unit. */
export function resultOf({ input, judged, felt, world }: ResultInput): Result {
  const gaps = [...felt].sort((a, b) => compareText(gapKey(a), gapKey(b)));
  const positions = new Map(gaps.map((gap, index) => [gap, index]));
  const findings = findingsOf(judged, world, (gap) => positions.get(gap) ?? -1);
  const incomplete = new Set(gaps.filter((gap) => !isForgotten(gap)).map(scopeId));
  return {
    schemaVersion: 1,
    tool: { name: 'backuplint', version: input.version },
    asOf: input.asOf,
    scopes: world.inventory.scopes.map((scope) => ({ ...scope, complete: !incomplete.has(scopeId(scope)) })),
    summary: summaryOf(judged, findings),
    rules: [...input.rules].sort((a, b) => compareText(a.rule.id, b.rule.id)).map((active) => ruleOf(active, judged)),
    findings,
    gaps: gaps.map((gap) => ({ ...gap })),
    ...(input.include.length === 0 ? {} : { outcomes: outcomesOf(judged, input.include) }),
  };
}

function findingsOf(judged: readonly Judged[], world: World, gapIndex: (gap: Gap) => number): Finding[] {
  const findings = judged.flatMap(({ active, item, verdict }) => {
    const { outcome, reasons } = verdict;
    if (outcome !== 'fail' && outcome !== 'unknown') return [];
    return [findingOf({ active, item, verdict: { outcome, reasons }, world, gapIndex })];
  });
  return findings.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      compareText(a.ruleId, b.ruleId) ||
      compareText(a.target.id, b.target.id),
  );
}

function summaryOf(judged: readonly Judged[], findings: readonly Finding[]): Result['summary'] {
  const failing = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { outcome, severity } of findings) if (outcome === 'fail') failing[severity]++;
  const targets = new Set(judged.map(({ item }) => item)).size;
  return { targets, outcomes: countOutcomes(judged), findings: failing, waived: 0 };
}

function countOutcomes(judged: readonly Judged[]): OutcomeCounts {
  const counts = { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  for (const { verdict } of judged) counts[verdict.outcome]++;
  return counts;
}

function ruleOf(active: ActiveRule, judged: readonly Judged[]): ResultRule {
  const { id, name, title, remediation } = active.rule;
  const parameters = Object.entries(active.parameters).map(([key, value]) => [key, plainValue(value)]);
  return {
    id,
    name,
    title,
    severity: active.severity,
    parameters: Object.fromEntries(parameters),
    remediation,
    outcomes: countOutcomes(judged.filter((each) => each.active === active)),
  };
}

const outcomesOf = (judged: readonly Judged[], include: readonly string[]): NonNullable<Result['outcomes']> =>
  judged
    .filter(({ verdict }) => include.includes(verdict.outcome))
    .map(({ active, item, verdict }) => ({
      ruleId: active.rule.id,
      outcome: verdict.outcome,
      target: { kind: item.kind, id: item.id },
    }))
    .sort((a, b) => compareText(a.ruleId, b.ruleId) || compareText(a.target.id, b.target.id));
