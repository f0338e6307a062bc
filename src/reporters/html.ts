import { ageSection } from './html/age-section.ts';
import { appendix } from './html/appendix.ts';
import { copySection } from './html/copy-section.ts';
import { findingsSection } from './html/findings-section.ts';
import { headlineSection } from './html/headline-section.ts';
import { type Markup, html as template } from './html/markup.ts';
import { matrixSection } from './html/matrix-section.ts';
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

/** What the estate looks like, as far as the result tells. */
function* estateSections(report: Report): Iterable<Markup> {
  const { overview, asOf } = report.result;
  if (overview === undefined) {
    yield template`<p class="note apart">Made without --include overview: what the findings tell is drawn, not what the whole estate looks like.</p>\n`;
    yield matrixSection(report);
    return;
  }
  yield headlineSection(overview);
  yield matrixSection(report);
  yield ageSection(overview);
  yield vaultSection(overview);
  yield restoreSection(overview, asOf);
  yield copySection(overview);
}
