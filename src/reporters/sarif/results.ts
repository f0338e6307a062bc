import { createHash } from 'node:crypto';
import type { Result as SarifResult } from 'sarif';
import type { ActiveRule } from '../../rules/rule.ts';
import { plainText } from '../plain-text.ts';
import type { FindingGroup, Listing } from './finding-groups.ts';
import { ranks, securitySeverity } from './levels.ts';
import { resultLimit } from './limits.ts';
import { physicalLocation } from './location.ts';
import { messageOf, overflowId } from './message.ts';

export type RuleInForce = { readonly active: ActiveRule; readonly index: number };
export type RulesInForce = ReadonlyMap<string, RuleInForce>;

export function* resultsOf({ listed, cut }: Listing, rules: RulesInForce, root: string): Iterable<SarifResult> {
  for (const group of listed) yield groupResult(group, ruleOf(group, rules), root);
  for (const groups of cut.values()) {
    for (const worst of groups.slice(0, 1)) yield overflowResult(worst, groups, ruleOf(worst, rules), root);
  }
}

function ruleOf({ first }: FindingGroup, rules: RulesInForce): RuleInForce {
  const found = rules.get(first.ruleId);
  if (found === undefined) throw new Error(`a finding of ${first.ruleId}, which is not among the rules in force`);
  return found;
}

function groupResult(group: FindingGroup, { active, index }: RuleInForce, root: string): SarifResult {
  const { first, count } = group;
  const { target, severity, fingerprint } = first;
  const note = count > 1 ? ` This is the first of ${count.toLocaleString('en-US')} findings of one group.` : '';
  const logical = {
    name: plainText(target.name ?? target.id),
    fullyQualifiedName: plainText(target.id),
    kind: 'resource',
  };
  return {
    ruleId: first.ruleId,
    ruleIndex: index,
    kind: 'fail',
    level: ranks[severity].level,
    message: messageOf(first, active.rule, note),
    locations: [{ physicalLocation: physicalLocation(active, root), logicalLocations: [logical] }],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'backuplint/v1': fingerprint },
    properties: {
      ...(severity === active.severity ? {} : securitySeverity(severity)),
      'backuplint/severity': severity,
      ...placeOf(group),
      'backuplint/targets': { count, sample: group.targets.map(plainText) },
      'backuplint/related': group.related.map(plainText),
    },
  };
}

function placeOf({ first: { target } }: FindingGroup): { [name: string]: string } {
  const { resourceType, accountId, region } = target;
  const members = { resourceType: resourceType ?? target.kind, accountId, region };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[`backuplint/${name}`, plainText(value)]],
    ),
  );
}

function overflowResult(
  worst: FindingGroup,
  groups: readonly FindingGroup[],
  { active, index }: RuleInForce,
  root: string,
): SarifResult {
  const { ruleId, severity } = worst.first;
  const findings = groups.reduce((sum, { count }) => sum + count, 0);
  const more = groups.length.toLocaleString('en-US');
  const limit = resultLimit.toLocaleString('en-US');
  return {
    ruleId,
    ruleIndex: index,
    kind: 'fail',
    level: ranks[severity].level,
    message: {
      text: `+${more} more of ${ruleId} are not listed here, since a run shows at most ${limit} results. The json format has all findings.`,
      id: overflowId,
      arguments: [more],
    },
    locations: [{ physicalLocation: physicalLocation(active, root) }],
    partialFingerprints: { primaryLocationLineHash: `${overflowFingerprint(ruleId)}:1` },
    properties: { 'backuplint/severity': severity, 'backuplint/cut': { results: groups.length, findings } },
  };
}

/** Without the number, so that it stays one alert while the number changes. */
const overflowFingerprint = (ruleId: string): string =>
  createHash('sha256').update(`v1\n${ruleId}\noverflow`).digest('hex').slice(0, 32);
