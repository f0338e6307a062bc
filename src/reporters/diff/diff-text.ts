import { type Diff, type Difference, type DiffSection, diffSections } from '../../diff-result.ts';
import { type Page, pageOf, plural } from '../pretty/page.ts';
import { table } from '../pretty/table.ts';
import { wrap } from '../pretty/wrap.ts';
import type { ReportOptions } from '../reporter.ts';
import { sectionTexts, severityText } from './sections.ts';

/** For a person: what became worse first, then what became better; last the counts. */
export function diffText(diff: Diff, options: Pick<ReportOptions, 'width' | 'color'>): string {
  const page = pageOf(options);
  const sections = diffSections.filter((section) => diff.differences[section].length > 0);
  const blocks = sections.map((section) => sectionLines(section, diff.differences[section], page).join('\n'));
  return `${[...blocks, wrap(diffSummary(diff), page.measure).join('\n')].join('\n\n')}\n`;
}

function sectionLines(section: DiffSection, differences: readonly Difference[], page: Page): string[] {
  const { symbol, title, note, tone } = sectionTexts[section];
  const heading = `${symbol} ${title} (${differences.length})`;
  return [
    page.paint(heading, tone),
    ...(note === undefined ? [] : wrap(note, page.measure, '  ')),
    ...differences.flatMap((difference) => differenceLines(difference, page)),
  ];
}

function differenceLines(difference: Difference, page: Page): string[] {
  const { ruleId, ruleName, target, message } = difference;
  const place = [target.accountId, target.region].filter((part) => part !== undefined).join('/');
  const row = [`${severityText(difference)} ${ruleId} ${ruleName}`, target.name ?? target.id, place];
  return ['', ...table([row], page.width, '  '), ...wrap(message, page.measure, '    ')];
}

/** `2 new, 1 fixed, 40 unchanged, from 2026-11-01T… to 2026-11-24T…` */
export function diffSummary({ differences, unchanged, old, new: now }: Diff): string {
  const counts = diffSections.flatMap((section) => {
    const { length } = differences[section];
    return length === 0 ? [] : [`${length} ${shortNames[section]}`];
  });
  const all = [...counts, `${plural(unchanged, 'group of findings', 'groups of findings')} unchanged`];
  return `${all.join(', ')}, from ${old.asOf} to ${now.asOf}`;
}

const shortNames: { readonly [section in DiffSection]: string } = {
  new: 'new',
  waiverExpired: 'open again',
  changed: 'changed',
  becameUnknown: 'became unknown',
  fixed: 'fixed',
  waived: 'accepted now',
  notJudged: 'not judged any more',
};
