import type { Difference, DiffSection } from '../../diff-result.ts';
import type { Tone } from '../pretty/style.ts';

type SectionText = { readonly symbol: string; readonly title: string; readonly note?: string; readonly tone: Tone };

/** How a section is called. */
export const sectionTexts: { readonly [section in DiffSection]: SectionText } = {
  new: { symbol: '✗', title: 'New', tone: 'alarm' },
  waiverExpired: { symbol: '✗', title: 'Open again: no waiver accepts it any more', tone: 'alarm' },
  changed: { symbol: '~', title: 'Changed severity', tone: 'yellow' },
  becameUnknown: { symbol: '?', title: 'Became unknown', tone: 'yellow' },
  fixed: { symbol: '✓', title: 'Fixed', tone: 'green' },
  waived: { symbol: '-', title: 'Accepted by a waiver now', tone: 'cyan' },
  notJudged: {
    symbol: '?',
    title: 'Not judged any more',
    note: 'The rule is not in force, or not everything of its place was read: this is not the same as fixed.',
    tone: 'yellow',
  },
};

/** `high`, or `high (was unknown)`. */
export const severityText = ({ severity, was }: Difference): string =>
  was === undefined ? severity : `${severity} (was ${was})`;
