import { grouped, plural } from '../pretty/page.ts';
import { verdicts } from '../pretty/verdict.ts';
import type { Report } from '../reporter.ts';
import { momentText } from './dates.ts';
import { failingFigure, judgedFigure } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { gapList, readingFigure } from './reading.ts';

/** The first thing that anybody sees: the verdict, and first of all what was not read. */
export function verdictSection(report: Report): Markup {
  const { result } = report;
  return html`<section id="verdict" class="verdict" aria-labelledby="verdict-title">
<p class="kicker">AWS Backup, as of ${momentText(result.asOf)}</p>
<h1 id="verdict-title">${verdicts(result).map(verdictLine)}</h1>
<p class="basis">${basis(report)}</p>
<div class="figures">
${readingFigure(result)}${failingFigure(result)}${judgedFigure(result)}</div>
${gapList(result)}</section>
`;
}

const tones: { readonly [symbol: string]: string } = { '✗': 'failing', '?': 'unknown', '✓': 'passing' };

/** "✗ 21 rules fail: 1 critical, 43 high" */
function verdictLine({ text }: { readonly text: string }): Markup {
  const [symbol = '', raw = ''] = [text.slice(0, 1), text.slice(2)];
  const said = raw.replace(/\b\d{4,}\b/g, (digits) => grouped(Number(digits)));
  const end = said.indexOf(': ') + 1;
  const [head, rest] = end === 0 ? [said, ''] : [said.slice(0, end), said.slice(end)];
  const shown = head.slice(0, 1).toUpperCase() + head.slice(1);
  return html`<span class="line"><span class="symbol ${tones[symbol] ?? 'unknown'}" aria-hidden="true">${symbol}</span> <span><b>${shown}</b> ${rest}</span></span>
`;
}

const basis = ({ result: { summary, rules, tool }, exitCode }: Report): string =>
  `${plural(summary.targets, 'target')} judged by ${plural(rules.length, 'rule')}, ${tool.name} ${tool.version}, exit code ${exitCode}`;
