import { type Diff, type Difference, type DiffSection, diffSections } from '../../diff-result.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown/text.ts';
import { diffSummary } from './diff-text.ts';
import { sectionTexts, severityText } from './sections.ts';

/** Of a section as many as one reads; the counts and the json format have them all. */
const longest = 50;

/** For a comment on a pull request: the counts, and a table for each section that has something. */
export function diffMarkdown(diff: Diff): string {
  const sections = diffSections.filter((section) => diff.differences[section].length > 0);
  const blocks = sections.map((section) => sectionLines(section, diff.differences[section]).join('\n'));
  return `${['## backuplint diff', markdownText(diffSummary(diff)), ...blocks].join('\n\n')}\n`;
}

function sectionLines(section: DiffSection, differences: readonly Difference[]): string[] {
  const { symbol, title, note } = sectionTexts[section];
  const more = differences.length - longest;
  return [
    `### ${symbol} ${title} (${differences.length})`,
    '',
    ...(note === undefined ? [] : [note, '']),
    ...markdownTable(['severity', 'rule', 'target', 'place', 'what'], differences.slice(0, longest).map(row)),
    ...(more > 0 ? ['', `… and ${more} more`] : []),
  ];
}

function row(difference: Difference): string[] {
  const { ruleId, ruleName, target, message } = difference;
  const place = [target.accountId, target.region].filter((part) => part !== undefined).join('/');
  return [
    severityText(difference),
    markdownText(`${ruleId} ${ruleName}`),
    markdownCode(target.name ?? target.id),
    markdownText(place),
    markdownText(message),
  ];
}
