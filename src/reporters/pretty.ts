import type { Finding, Result } from '../result.ts';
import { groupBy } from './group-by.ts';
import { gapSection } from './pretty/gap-section.ts';
import { pageOf } from './pretty/page.ts';
import { type RuleSection, ruleSection } from './pretty/rule-section.ts';
import { summarySection } from './pretty/summary.ts';
import { waiverSection } from './pretty/waiver-section.ts';
import type { Reporter } from './reporter.ts';
import { standingsIn } from './standing.ts';

/** For a person at a terminal: what fails, what is unknown, what was not read, what is waived, and last the verdict. */
export const pretty: Reporter = function* ({ result }, options) {
  const page = pageOf(options);
  const byStanding = groupBy(result.findings, standingsIn(result));
  for (const standing of ['failing', 'unknown'] as const) {
    for (const section of sectionsOf(result, byStanding.get(standing) ?? [])) yield block(ruleSection(section, page));
  }
  if (result.gaps.length > 0) yield block(gapSection(result, page));
  if (result.waivers !== undefined && result.waivers.length > 0) yield block(waiverSection(result.waivers, page));
  yield `${summarySection(result, page).join('\n')}\n`;
};

const block = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`;

/** Findings come worst first, so the rules do too. */
function sectionsOf({ rules }: Result, findings: readonly Finding[]): RuleSection[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const groups = groupBy(findings, ({ ruleId }) => ruleId);
  return [...groups].map(([ruleId, members]) => ({ rule: byId.get(ruleId), findings: members }));
}
