import type { Result as SarifResult } from 'sarif';
import { type Severity, severities } from '../../severity.ts';
import { type Carried, carriedResult } from './carried.ts';
import type { FindingGroups } from './finding-groups.ts';
import { groupResult, type ResultOptions } from './results.ts';

/** What becomes a result: a group of findings, or what an earlier scan found and this one could not check. */
export type Alert = {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly result: (options: ResultOptions) => SarifResult;
};

/** The worst first. */
export type Alerts = {
  readonly size: number;
  /** How many of them an earlier scan found. */
  readonly carried: number;
  readonly at: (rank: number) => Alert;
};

export function alertsOf(groups: FindingGroups, carried: readonly Carried[]): Alerts {
  const at = (place: number) =>
    place < groups.size ? groupAlert(groups, place) : carriedAlert(carried, place - groups.size);
  const places = Array.from({ length: groups.size + carried.length }, (_, place) => place);
  const ranks = Uint8Array.from(places, (place) => severities.indexOf(at(place).severity));
  const order = Uint32Array.from(places).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  return { size: order.length, carried: carried.length, at: (rank) => at(order[rank] ?? order.length) };
}

function groupAlert(groups: FindingGroups, rank: number): Alert {
  const group = groups.at(rank);
  const { ruleId, severity } = group.first;
  return { ruleId, severity, findings: group.count, result: (options) => groupResult(group, options) };
}

function carriedAlert(carried: readonly Carried[], place: number): Alert {
  const each = carried[place];
  if (each === undefined) throw new Error('an alert that is not there');
  const { ruleId, severity, count } = each;
  return { ruleId, severity, findings: count, result: (options) => carriedResult(each, options) };
}
