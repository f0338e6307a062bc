import type { Finding, Result } from '../../result.ts';
import { severities } from '../../severity.ts';
import { groupBy } from '../group-by.ts';
import { grouped } from '../pretty/page.ts';
import { isNew, standingsIn } from '../standing.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Part, stackedBar } from './stacked-bar.ts';

/** What fails and is not waived, by severity; with a baseline, how much of it is new. */
export function failingFigure(result: Result): Markup {
  const { findings: counts } = result.summary;
  const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
  const most = Math.max(...severities.map((severity) => counts[severity]));
  const failing = groupBy(result.findings, standingsIn(result)).get('failing') ?? [];
  const added = groupBy(failing.filter(isNew), ({ severity }) => severity);
  const rows = severities.map((severity) => {
    const part = { fill: severity, word: severity, count: counts[severity] };
    return severityRow(part, most, added.get(severity)?.length ?? 0);
  });
  return html`<div class="figure"><h2>Failing findings</h2>
<p class="big">${grouped(total)}</p>
<table class="plain"><tbody>
${rows}</tbody></table></div>
`;
}

function severityRow(part: Part, most: number, added: number): Markup {
  const { word, count } = part;
  const name = html`<a href="#findings" data-pick="severity=${word}&amp;standing=failing">${word}</a>`;
  const bar = count === 0 ? nothing : stackedBar([part], most);
  return html`<tr><th scope="row">${count === 0 ? word : name}</th><td class="number">${grouped(count)}</td><td class="measure">${bar}</td><td class="news">${added === 0 ? '' : `${grouped(added)} new`}</td></tr>
`;
}

/** Every outcome, what somebody has accepted, and how what fails stands to the baseline. */
export function judgedFigure(result: Result): Markup {
  const { pass, fail, unknown, notApplicable } = result.summary.outcomes;
  const parts = [
    { fill: 'on-time', word: 'pass', count: pass },
    { fill: 'unknown', word: 'unknown', count: unknown },
    { fill: 'lost', word: 'fail', count: fail },
  ];
  const rows = [...parts, { word: 'not applicable', count: notApplicable }].map(({ word, count }) => row(word, count));
  return html`<div class="figure"><h2>Outcomes</h2>
<p class="big">${grouped(pass)} <span class="of">of ${grouped(pass + fail + unknown)} pass</span></p>
${stackedBar(parts)}
<dl class="counts">
${rows}${standingRows(result)}</dl></div>
`;
}

function standingRows(result: Result): readonly Markup[] {
  const byStanding = groupBy(result.findings, standingsIn(result));
  const of = (standing: 'failing' | 'waived' | 'inBaseline'): readonly Finding[] => byStanding.get(standing) ?? [];
  const known = of('inBaseline').length;
  const compared = of('failing').filter(({ baseline }) => baseline !== null);
  const added = compared.filter(isNew).length;
  return [
    ...(of('waived').length === 0 ? [] : [row('waived', of('waived').length, 'standing=waived')]),
    ...(compared.length + known === 0 ? [] : [row('failing and new', added, 'standing=failing&baseline=new')]),
    ...(compared.length === added ? [] : [row('failing and known before', compared.length - added)]),
    ...(known === 0 ? [] : [row('in the baseline, so not failing', known, 'standing=inBaseline')]),
  ];
}

function row(word: string, count: number, pick?: string): Markup {
  const isLink = pick !== undefined && count > 0;
  return html`<div><dt>${isLink ? html`<a href="#findings" data-pick="${pick}">${word}</a>` : word}</dt><dd>${grouped(count)}</dd></div>
`;
}
