import { grouped, plural } from '../pretty/page.ts';
import type { Report } from '../reporter.ts';
import { words } from '../why/leaf-text.ts';
import { html, type Markup, nothing } from './markup.ts';
import { methodText } from './method.ts';
import { rulesTable } from './rules-table.ts';
import { type Column, longTable, section } from './section.ts';
import { placeCell } from './thing.ts';

const shownRows = 500;

/** What the rest stands on: what was read, what was asked of it, and what the words mean. */
export function appendix(report: Report): Markup {
  const { result, operations } = report;
  const lede = 'What this report stands on: what was read and what was not, the rules, and what the words mean.';
  return section({ id: 'appendix', title: 'Appendix', lede, wide: true }, [
    html`<h3 id="method">Method</h3>\n${methodText(report)}`,
    html`<h3 id="rules">Rules in force: ${result.rules.length}</h3>\n${rulesTable(report)}`,
    html`<h3 id="scopes">Scopes: ${grouped(result.scopes.length)}</h3>\n${scopesTable(result.scopes)}`,
    html`<h3 id="gaps">Not read: ${plural(result.gaps.length, 'answer')}</h3>\n${gapsTable(result.gaps)}`,
    operations.length === 0
      ? nothing
      : html`<h3 id="operations">AWS operations that the rules need: ${operations.length}</h3>
<ul class="columns">${operations.map((operation) => html`<li><code>${operation}</code></li>`)}</ul>
`,
  ]);
}

/** Of thousands of scopes those that were not read completely are of interest. */
function scopesTable(scopes: Report['result']['scopes']): Markup {
  const sorted = scopes.toSorted((a, b) => Number(a.complete) - Number(b.complete));
  const items = sorted.slice(0, shownRows).map(({ accountId, region, complete }) => {
    const mark = complete
      ? html`<span class="pass-text">✓</span>`
      : html`<span class="unknown-text">? not completely:</span>`;
    return html`<li>${mark} ${accountId}/${region}</li>`;
  });
  return html`<ul class="columns">${items}</ul>
${moreNote(scopes.length - items.length, 'scope')}`;
}

const gapColumns: readonly Column[] = [
  { head: 'operation' },
  { head: 'account/Region', looks: 'place' },
  { head: 'of', looks: 'thing' },
  { head: 'why', looks: 'prose' },
];

function gapsTable(gaps: Report['result']['gaps']): Markup {
  if (gaps.length === 0) return html`<p class="note">Everything that the rules need was read.</p>\n`;
  const rows = gaps
    .slice(0, shownRows)
    .map(({ operation, accountId, region, resource, status, error }) => [
      html`<code>${operation}</code>`,
      placeCell({ accountId, region }),
      resource === undefined ? '' : html`<code>${resource}</code>`,
      html`<b>${words(status)}</b>${error === undefined ? nothing : html` ${error.name}: ${error.message}`}`,
    ]);
  return html`${longTable('Not read', gapColumns, rows, 20)}${moreNote(gaps.length - rows.length, 'gap')}`;
}

const moreNote = (more: number, what: string): Markup =>
  more > 0
    ? html`<p class="note">${plural(more, `more ${what}`)}, in the result that --format json writes.</p>\n`
    : nothing;
