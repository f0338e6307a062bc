import type { Result as SarifResult } from 'sarif';
import type { Alert, Alerts } from './alerts.ts';
import { identity } from './finding-groups.ts';
import { ranks } from './levels.ts';
import { resultLimit } from './limits.ts';
import { overflowId } from './message.ts';
import { fingerprintsOf, type ResultOptions, ruleOf, whereOf } from './results.ts';

/** What of one rule found no room. */
type Cut = { readonly worst: Alert; readonly results: number; readonly findings: number };

export type Listing = {
  /** So many of the alerts, the worst. */
  readonly listed: number;
  /** By rule id. */
  readonly cut: ReadonlyMap<string, Cut>;
};

/** The worst that fit, with room for one result of each rule that tells how many of it did not. */
export function listingOf(alerts: Alerts, limit = resultLimit): Listing {
  for (let room = Math.min(limit, alerts.size); ; ) {
    const cut = cutBehind(alerts, room);
    if (room + cut.size <= limit || room === 0) return { listed: room, cut };
    room = Math.max(0, limit - cut.size);
  }
}

function cutBehind(alerts: Alerts, room: number): Map<string, Cut> {
  const cut = new Map<string, Cut>();
  for (let rank = room; rank < alerts.size; rank += 1) {
    const alert = alerts.at(rank);
    const { worst, results, findings } = cut.get(alert.ruleId) ?? { worst: alert, results: 0, findings: 0 };
    cut.set(alert.ruleId, { worst, results: results + 1, findings: findings + alert.findings });
  }
  return cut;
}

export const cutResults = ({ cut }: Listing): number =>
  [...cut.values()].reduce((sum, { results }) => sum + results, 0);

export function* listedResults(
  alerts: Alerts,
  { listed, cut }: Listing,
  options: ResultOptions,
): Iterable<SarifResult> {
  for (let rank = 0; rank < listed; rank += 1) yield alerts.at(rank).result(options);
  for (const each of cut.values()) yield overflowResult(each, options);
}

function overflowResult({ worst, results, findings }: Cut, options: ResultOptions): SarifResult {
  const { ruleId, severity } = worst;
  const { active, index } = ruleOf(ruleId, options.rules);
  const more = results.toLocaleString('en-US');
  return {
    ruleId,
    ruleIndex: index,
    kind: 'fail',
    level: ranks[severity].level,
    message: {
      text: `+${more} more of ${ruleId} are not listed here, since code scanning takes no more. The formats evidence and json have all findings.`,
      id: overflowId,
      arguments: [more],
    },
    ...whereOf(active, options),
    // Without the number, so that it stays one alert while the number changes.
    partialFingerprints: fingerprintsOf(identity(ruleId, 'overflow')),
    properties: { 'backuplint/severity': severity, 'backuplint/cut': { results, findings } },
  };
}
