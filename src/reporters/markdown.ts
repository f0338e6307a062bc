import { groupBy } from './group-by.ts';
import { failingSection } from './markdown/failing.ts';
import { numberSection } from './markdown/numbers.ts';
import { markdownText } from './markdown/text.ts';
import { gapSection, unknownSection } from './markdown/unread.ts';
import { waiverSection } from './markdown/waivers.ts';
import { verdicts } from './pretty/verdict.ts';
import type { Reporter } from './reporter.ts';
import { standingsIn } from './standing.ts';

/** For step summaries and comments on pull requests: short, whatever the estate's size. */
export const markdown: Reporter = function* ({ result }) {
  const byStanding = groupBy(result.findings, standingsIn(result));
  yield '## backuplint\n';
  for (const block of [
    ...verdicts(result).map(({ text }) => [`**${markdownText(text)}**`]),
    ...numberSection(result),
    ...failingSection(result, byStanding.get('failing') ?? []),
    ...unknownSection(byStanding.get('unknown') ?? []),
    ...gapSection(result),
    ...waiverSection(result),
  ]) {
    yield `\n${block.join('\n')}\n`;
  }
};
