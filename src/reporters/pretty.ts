import type { Finding, Result } from '../result.ts';
import { groupBy } from './group-by.ts';
import { gapSection } from './pretty/gap-section.ts';
import { pageOf } from './pretty/page.ts';
import { type RuleSection, ruleSection } from './pretty/rule-section.ts';
import { summarySection } from './pretty/summary.ts';
import type { Reporter } from './reporter.ts';

/** For a person at a terminal: what fails, what is unknown, what was not read, and last the verdict. */
export const pretty: Reporter = function* ({ result }, options) {
  const page = pageOf(options);
  for (const section of [...sectionsOf(result, 'fail'), ...sectionsOf(result, 'unknown')]) {
    yield block(ruleSection(section, page));
  }
  if (result.gaps.length > 0) yield block(gapSection(result, page));
  yield `${summarySection(result, page).join('\n')}\n`;
};

const block = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`;

/** Findings come worst first, so the rules do too. */
function sectionsOf({ findings, rules }: Result, outcome: Finding['outcome']): RuleSection[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const groups = groupBy(
    findings.filter((finding) => finding.outcome === outcome),
    ({ ruleId }) => ruleId,
  );
  return [...groups].map(([ruleId, members]) => ({ rule: byId.get(ruleId), outcome, findings: members }));
}
