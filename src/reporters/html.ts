import { ageSection } from './html/age-section.ts';
import { appendix } from './html/appendix.ts';
import { copySection } from './html/copy-section.ts';
import { coverageSection } from './html/coverage-section.ts';
import { failingSection } from './html/failing-section.ts';
import { findingsSection } from './html/findings-section.ts';
import { headlineSection } from './html/headline-section.ts';
import { type Markup, html as template } from './html/markup.ts';
import { pageEnd, pageStart } from './html/page.ts';
import { restoreSection } from './html/restore-section.ts';
import { vaultSection } from './html/vault-section.ts';
import { verdictSection } from './html/verdict-section.ts';
import { waiverSection } from './html/waiver-section.ts';
import type { Report, Reporter } from './reporter.ts';

/** One file for everybody: the verdict for who decides, the estate for who answers for it, the findings for who mends them. */
export const html: Reporter = function* (report) {
  for (const { markup } of pieces(report)) yield markup;
};

function* pieces(report: Report): Iterable<Markup> {
  const { result } = report;
  yield pageStart(result);
  yield verdictSection(report);
  yield* estateSections(report);
  yield* findingsSection(report);
  if (result.waivers !== undefined && result.waivers.length > 0) yield waiverSection(result.waivers, result.asOf);
  yield appendix(report);
  yield pageEnd(result);
}

/** What is not drawn is named, so that nobody takes its absence for good news. */
const withoutOverview = template`<p class="note apart">This result has no overview of the estate, which a scan adds with <code>--include overview</code>. So headline numbers, coverage, the age of recovery points, vaults, restore tests and copies are not drawn here: what follows is what the rules found, and it does not tell how much they found in order.</p>
`;

/** What the estate looks like, as far as the result tells. */
function* estateSections(report: Report): Iterable<Markup> {
  const { overview, asOf } = report.result;
  if (overview === undefined) {
    yield withoutOverview;
    yield failingSection(report);
    return;
  }
  yield headlineSection(overview);
  yield coverageSection(overview);
  yield failingSection(report);
  yield ageSection(overview);
  yield vaultSection(overview);
  yield restoreSection(overview, asOf);
  yield copySection(overview);
}
