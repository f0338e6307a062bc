import type { Result as SarifResult } from 'sarif';
import type { Finding } from '../../result.ts';
import type { Severity } from '../../severity.ts';
import { plainText } from '../plain-text.ts';
import { ranks } from './levels.ts';
import { plainMessage } from './message.ts';
import {
  fingerprintsOf,
  logicalLocation,
  placeOf,
  type ResultOptions,
  ruleOf,
  severityOf,
  whereOf,
} from './results.ts';
import { sarifText } from './sarif-text.ts';

/** A failing result of an earlier scan that this one could not check. */
export type Carried = {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly message: string;
  readonly target: {
    readonly kind: string;
    readonly name: string;
    readonly id: string;
    readonly resourceType?: string | undefined;
    readonly accountId?: string | undefined;
    readonly region?: string | undefined;
  };
  /** Everywhere that the findings of its group lay: `account/region`, sorted. */
  readonly places: readonly string[];
  readonly count: number;
  readonly sample: readonly string[];
  readonly related: readonly string[];
  /** When a scan last saw it, and when the first that is known of did. */
  readonly lastSeen: string;
  readonly firstSeen: string;
};

/** As it stands now. */
export type CarriedResult = Carried & {
  readonly baseline: Finding['baseline'];
  /** It counts: all do, but for those that a baseline has where only what is new counts. */
  readonly isFailing: boolean;
};

const suffix = / Not checked in this scan; last seen \d{4}-\d{2}-\d{2}\.$/;

/** What the finding said before it was carried, however often that was. */
export const withoutSuffix = (message: string): string => message.replace(suffix, '');

export function carriedResult(carried: Carried, options: ResultOptions): SarifResult {
  const { ruleId, severity, target, count, lastSeen } = carried;
  const { active, index } = ruleOf(ruleId, options.rules);
  return {
    ruleId,
    ruleIndex: index,
    kind: 'fail',
    level: ranks[severity].level,
    message: {
      text: `${sarifText(carried.message)} Not checked in this scan; last seen ${lastSeen.slice(0, 10)}.`,
      ...plainMessage(target.name, carried.message),
    },
    ...whereOf(active, options, [logicalLocation(target)]),
    partialFingerprints: fingerprintsOf(carried.fingerprint),
    properties: {
      ...severityOf(severity, active),
      ...placeOf(target),
      'backuplint/kind': plainText(target.kind),
      'backuplint/places': carried.places.map(plainText),
      ...(options.detail.samples ? samplesOf(carried) : { 'backuplint/targets': { count } }),
      'backuplint/carried': { since: lastSeen },
    },
  };
}

const samplesOf = ({ count, sample, related }: Carried) => ({
  'backuplint/targets': { count, sample: sample.map(plainText) },
  'backuplint/related': related.map(plainText),
});
