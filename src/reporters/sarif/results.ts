import type { LogicalLocation, PropertyBag, Result as SarifResult } from 'sarif';
import { hashOf } from '../../hash.ts';
import type { Target } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import type { Severity } from '../../severity.ts';
import { plainText } from '../plain-text.ts';
import type { FindingGroup } from './finding-groups.ts';
import { ranks, securitySeverity } from './levels.ts';
import { sampleLimit } from './limits.ts';
import { physicalLocation } from './location.ts';
import { messageOf } from './message.ts';

export type RuleInForce = { readonly active: ActiveRule; readonly index: number };
export type RulesInForce = ReadonlyMap<string, RuleInForce>;

/** What a result may do without where a file would be too large. */
export type Detail = { readonly samples: boolean; readonly context: boolean };
export const wholeDetail: Detail = { samples: true, context: true };

export type ResultOptions = { readonly rules: RulesInForce; readonly root: string; readonly detail: Detail };

export function ruleOf(ruleId: string, rules: RulesInForce): RuleInForce {
  const found = rules.get(ruleId);
  if (found === undefined) throw new Error(`a finding of ${ruleId}, which is not among the rules in force`);
  return found;
}

export function groupResult(group: FindingGroup, options: ResultOptions): SarifResult {
  const { first, count, identity } = group;
  const { active, index } = ruleOf(first.ruleId, options.rules);
  const note = count > 1 ? ` This is the first of ${count.toLocaleString('en-US')} findings of one group.` : '';
  return {
    ruleId: first.ruleId,
    ruleIndex: index,
    kind: 'fail',
    level: ranks[first.severity].level,
    message: messageOf(first, active.rule, note),
    ...whereOf(active, options, [logicalLocation(first.target)]),
    partialFingerprints: fingerprintsOf(first.fingerprint, identity),
    properties: {
      ...severityOf(first.severity, active),
      ...placeOf(first.target),
      ...(options.detail.samples ? samplesOf(group) : { 'backuplint/targets': { count } }),
    },
  };
}

export function whereOf(
  active: ActiveRule,
  { root, detail }: Pick<ResultOptions, 'root' | 'detail'>,
  logicalLocations?: LogicalLocation[],
): Required<Pick<SarifResult, 'locations'>> {
  const { contextRegion, ...location } = physicalLocation(active, root);
  const context = contextRegion !== undefined && detail.context ? { contextRegion } : {};
  return {
    locations: [
      {
        physicalLocation: { ...location, ...context },
        ...(logicalLocations === undefined ? {} : { logicalLocations }),
      },
    ],
  };
}

export const logicalLocation = ({ name, id }: Pick<Target, 'name' | 'id'>): LogicalLocation => ({
  name: plainText(name ?? id),
  fullyQualifiedName: plainText(id),
  kind: 'resource',
});

/**
 * GitHub reads the first alone, which ends in how often the line was seen, and of which no two may be the same. The second is
 * the fingerprint of the findings, which results of one group share.
 */
export const fingerprintsOf = (fingerprint: string, identity = fingerprint): Fingerprints => ({
  primaryLocationLineHash: `${identity}:1`,
  'backuplint/v1': fingerprint,
});

type Fingerprints = { readonly primaryLocationLineHash: string; readonly 'backuplint/v1': string };

export const severityOf = (severity: Severity, active: ActiveRule): PropertyBag => ({
  ...(severity === active.severity ? {} : securitySeverity(severity)),
  'backuplint/severity': severity,
});

export function placeOf({ kind, resourceType, accountId, region }: Target): PropertyBag {
  const members = { resourceType: resourceType ?? kind, accountId, region };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[`backuplint/${name}`, plainText(value)]],
    ),
  );
}

function samplesOf({ first, count, members }: FindingGroup): PropertyBag {
  const samples = [...firstOf(members(), sampleLimit)];
  const related = new Set(samples.flatMap((finding) => finding.related));
  const digest = first.target.kind === 'recoveryPoint' ? { digest: digestOf(members()) } : {};
  return {
    'backuplint/targets': { count, sample: samples.map(({ target }) => plainText(target.id)), ...digest },
    'backuplint/related': [...firstOf(related, sampleLimit)].map(plainText),
  };
}

/** The same for the same recovery points: it tells whether those beyond the samples are others than before. */
function digestOf(members: Iterable<{ readonly target: Target }>): string {
  const ids = Array.from(members, ({ target }) => target.id).sort();
  return hashOf(ids.join('\n'));
}

function* firstOf<T>(items: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const item of items) {
    if (left <= 0) return;
    left -= 1;
    yield item;
  }
}
