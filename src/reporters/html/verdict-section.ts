import type { Finding, Result } from '../../result.ts';
import { severities } from '../../severity.ts';
import { grouped, plural } from '../pretty/page.ts';
import { verdicts } from '../pretty/verdict.ts';
import type { Report } from '../reporter.ts';
import { momentText } from './dates.ts';
import { html, type Markup, nothing } from './markup.ts';
import { gapList, readingFigure } from './reading.ts';
import { stackedBar } from './stacked-bar.ts';

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
  const [symbol = '', said = ''] = [text.slice(0, 1), text.slice(2)];
  const end = said.indexOf(': ') + 1;
  const [head, rest] = end === 0 ? [said, ''] : [said.slice(0, end), said.slice(end)];
  const shown = head.slice(0, 1).toUpperCase() + head.slice(1);
  return html`<span class="line"><span class="symbol ${tones[symbol] ?? 'unknown'}" aria-hidden="true">${symbol}</span> <span><b>${shown}</b> ${rest}</span></span>
`;
}

const basis = ({ result: { summary, rules, tool }, exitCode }: Report): string =>
  `${plural(summary.targets, 'target')} judged by ${plural(rules.length, 'rule')}, ${tool.name} ${tool.version}, exit code ${exitCode}`;

/** What fails and is not waived, by severity; with a baseline, how much of it is new. */
function failingFigure({ summary, findings }: Result): Markup {
  const total = severities.reduce((sum, severity) => sum + summary.findings[severity], 0);
  const most = Math.max(...severities.map((severity) => summary.findings[severity]));
  const isNew = ({ outcome, waiver, baseline }: Finding) =>
    outcome === 'fail' && waiver === null && baseline?.state === 'new';
  const rows = severities.map((severity) => {
    const count = summary.findings[severity];
    const news = findings.filter((finding) => finding.severity === severity && isNew(finding)).length;
    const bar = stackedBar([{ fill: severity, word: severity, count }], most);
    return html`<tr><th scope="row"><a href="#findings" data-pick="severity=${severity}&amp;standing=failing">${severity}</a></th><td class="number">${grouped(count)}</td><td class="measure">${count === 0 ? nothing : bar}</td><td class="news">${news === 0 ? '' : `${grouped(news)} new`}</td></tr>
`;
  });
  return html`<div class="figure"><h2>Failing findings</h2>
<p class="big">${grouped(total)}</p>
<table class="plain"><tbody>
${rows}</tbody></table></div>
`;
}

/** Every outcome, what is new, and what somebody has accepted. */
function judgedFigure({ summary: { outcomes, waived }, findings }: Result): Markup {
  const { pass, fail, unknown, notApplicable } = outcomes;
  const parts = [
    { fill: 'on-time', word: 'pass', count: pass },
    { fill: 'unknown', word: 'unknown', count: unknown },
    { fill: 'lost', word: 'fail', count: fail },
  ];
  const rows = [...parts, { word: 'not applicable', count: notApplicable }].map(
    ({ word, count }) => html`<div><dt>${word}</dt><dd>${grouped(count)}</dd></div>
`,
  );
  return html`<div class="figure"><h2>Outcomes</h2>
<p class="big">${grouped(pass)} <span class="of">of ${grouped(pass + fail + unknown)} pass</span></p>
${stackedBar(parts)}
<dl class="counts">
${rows}${waived === 0 ? nothing : html`<div><dt><a href="#findings" data-pick="standing=waived">waived</a></dt><dd>${grouped(waived)}</dd></div>\n`}${baselineRows(findings)}</dl></div>
`;
}

function baselineRows(findings: readonly Finding[]): Markup {
  const compared = findings.flatMap(({ baseline }) => (baseline === null ? [] : [baseline]));
  if (compared.length === 0) return nothing;
  const of = (state: string) => compared.filter((each) => each.state === state).length;
  return html`<div><dt>new against the baseline</dt><dd><a href="#findings" data-pick="baseline=new">${grouped(of('new'))}</a></dd></div>
<div><dt>known before</dt><dd>${grouped(of('unchanged') + of('updated'))}</dd></div>
`;
}
