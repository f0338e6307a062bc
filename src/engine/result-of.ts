import { type Gap, gapKey, isForgotten } from '../inventory/gap.ts';
import { compareText, scopeId } from '../inventory/scope.ts';
import type { Overview } from '../overview.ts';
import type { Finding, Result, ResultRule } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { severities } from '../severity.ts';
import { plainValues } from './display.ts';
import type { EvaluationInput } from './evaluation.ts';
import { findingOf } from './finding.ts';
import type { Item } from './item.ts';
import { addCounts, type Judged, type Tally } from './tally.ts';
import type { World } from './world/world.ts';

type ResultInput = {
  readonly input: EvaluationInput;
  readonly tally: Tally;
  readonly felt: ReadonlySet<Gap>;
  readonly world: World;
  /** Filled: what each finding is about. */
  readonly subjects: Map<Finding, Item>;
  readonly overview: Overview | undefined;
};

/** The result, version 1: everything sorted by code unit. */
export function resultOf({ input, tally, felt, world, subjects, overview }: ResultInput): Result {
  const gaps = [...felt].sort((a, b) => compareText(gapKey(a), gapKey(b)));
  const positions = new Map(gaps.map((gap, index) => [gap, index]));
  const findings = findingsOf(tally.judged, { world, subjects }, (gap) => positions.get(gap) ?? -1);
  const incomplete = new Set(gaps.filter((gap) => !isForgotten(gap)).map(scopeId));
  return {
    schemaVersion: 1,
    tool: { name: 'backuplint', version: input.version },
    asOf: input.asOf,
    scopes: world.inventory.scopes.map((scope) => ({ ...scope, complete: !incomplete.has(scopeId(scope)) })),
    summary: summaryOf(tally, findings),
    rules: [...input.rules].sort((a, b) => compareText(a.rule.id, b.rule.id)).map((active) => ruleOf(active, tally)),
    ...(overview === undefined ? {} : { overview }),
    findings,
    gaps: gaps.map((gap) => ({ ...gap })),
    ...(input.include.length === 0 ? {} : { outcomes: outcomesOf(tally) }),
  };
}

function findingsOf(
  judged: readonly Judged[],
  { world, subjects }: Pick<ResultInput, 'world' | 'subjects'>,
  gapIndex: (gap: Gap) => number,
): Finding[] {
  return [...judged].sort(inResultOrder).flatMap(({ active, item, verdict }) => {
    const { outcome, reasons } = verdict;
    if (outcome !== 'fail' && outcome !== 'unknown') return [];
    const finding = findingOf({ active, item, verdict: { outcome, reasons }, world, gapIndex });
    subjects.set(finding, item);
    return [finding];
  });
}

/** By severity, rule and target; one point's ARN may stand in two vaults, and in two scopes' lists of one. */
const inResultOrder = (a: Judged, b: Judged): number =>
  severities.indexOf(a.active.severity) - severities.indexOf(b.active.severity) ||
  compareText(a.active.rule.id, b.active.rule.id) ||
  compareText(a.item.id, b.item.id) ||
  compareText(placeOf(a.item), placeOf(b.item));

const placeOf = ({ kind, fields, scope }: Item): string =>
  `${kind}\n${String(fields.BackupVaultArn)}\n${scope === undefined ? '' : scopeId(scope)}`;

function summaryOf(tally: Tally, findings: readonly Finding[]): Result['summary'] {
  const failing = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { outcome, severity } of findings) if (outcome === 'fail') failing[severity]++;
  return { targets: tally.targets, outcomes: addCounts(tally.outcomes.values()), findings: failing, waived: 0 };
}

function ruleOf(active: ActiveRule, tally: Tally): ResultRule {
  const { id, name, title, remediation } = active.rule;
  const { overrides } = active;
  return {
    id,
    name,
    title,
    severity: active.severity,
    parameters: plainValues(active.parameters),
    ...(overrides === undefined
      ? {}
      : { overrides: overrides.map(({ match, parameters }) => ({ match, parameters: plainValues(parameters) })) }),
    remediation,
    outcomes: addCounts([tally.outcomes.get(active)].flatMap((counts) => counts ?? [])),
  };
}

const outcomesOf = ({ listed }: Tally): NonNullable<Result['outcomes']> =>
  listed.sort(
    (a, b) =>
      compareText(a.ruleId, b.ruleId) || compareText(a.target.id, b.target.id) || compareText(a.outcome, b.outcome),
  );
