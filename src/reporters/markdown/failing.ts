import type { Finding, Result, ResultRule } from '../../result.ts';
import { type FingerprintGroup, fingerprintGroups, groupMessage } from '../fingerprint-groups.ts';
import { groupBy } from '../group-by.ts';
import { plural } from '../pretty/page.ts';
import { newFirst } from '../standing.ts';
import { markdownCode, markdownTable, markdownText } from './text.ts';

/** Rows shown: a summary is read to the end only if it is near. */
const shownGroups = 20;
const namedRules = 30;
const longestFix = 1000;

/** The worst of what fails, by rule; with a baseline what is new comes before all else. */
export function failingSection({ rules }: Result, failing: readonly Finding[]): string[][] {
  if (failing.length === 0) return [];
  const groups = fingerprintGroups(newFirst(failing));
  const counts = groupBy(failing, ({ ruleId }) => ruleId);
  const shown = groupBy(groups.slice(0, shownGroups), ({ first }) => first.ruleId);
  const blocks = [...shown].flatMap(([ruleId, rows]) => {
    const rule = rules.find(({ id }) => id === ruleId);
    return ruleBlocks(rows, counts.get(ruleId)?.length ?? 0, rule);
  });
  return [['### What fails'], ...blocks, ...restBlocks(groups.slice(shownGroups))];
}

function ruleBlocks(groups: readonly FingerprintGroup[], count: number, rule: ResultRule | undefined): string[][] {
  const [worst] = groups;
  if (worst === undefined) return [];
  const { severity, ruleId, ruleName } = worst.first;
  const isCompared = groups.some(({ first }) => first.baseline !== null);
  const head = ['Target', 'Type', 'Where', 'What is wrong', ...(isCompared ? ['Baseline'] : [])];
  return [
    [`#### ✗ ${severity}: ${markdownText(`${ruleId} ${ruleName}`)} (${plural(count, 'finding')})`],
    ...(rule === undefined ? [] : [[`**${markdownText(rule.title)}**`]]),
    markdownTable(
      head,
      groups.map((group) => cells(group).slice(0, head.length)),
    ),
    ...(rule === undefined ? [] : [[`Fix: ${markdownText(rule.remediation, longestFix)}`]]),
  ];
}

function cells(group: FingerprintGroup): string[] {
  const { target, baseline } = group.first;
  const { kind, id, name, resourceType, accountId, region } = target;
  const where = [accountId, region].filter((part) => part !== undefined).join('/');
  const what = [resourceType ?? kind, where, groupMessage(group)].map((text) => markdownText(text));
  return [markdownCode(name ?? id), ...what, baseline?.state === 'new' ? '**new**' : (baseline?.state ?? '')];
}

function restBlocks(groups: readonly FingerprintGroup[]): string[][] {
  const counts = [...groupBy(groups, ({ first }) => first.ruleId)].map(
    ([ruleId, members]) => `${markdownText(ruleId)} (${members.reduce((sum, { count }) => sum + count, 0)})`,
  );
  if (counts.length === 0) return [];
  const more = counts.length > namedRules ? [`${counts.length - namedRules} more rules`] : [];
  const findings = groups.reduce((sum, { count }) => sum + count, 0);
  const names = [...counts.slice(0, namedRules), ...more].join(', ');
  return [[`… and ${plural(findings, 'more failing finding')}, of ${names}: the json format has all.`]];
}
