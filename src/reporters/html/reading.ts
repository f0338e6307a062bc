import { isOperation } from '../../catalogue/operations.ts';
import type { Finding, Result } from '../../result.ts';
import { type GapGroup, groupGaps } from '../gap-groups.ts';
import { gapAdvice } from '../pretty/gap-advice.ts';
import { grouped, plural } from '../pretty/page.ts';
import { words } from '../why/leaf-text.ts';
import { html, type Markup, nothing } from './markup.ts';
import { stackedBar } from './stacked-bar.ts';

const shownPlaces = 3;
const shownScopes = 5;

/** How many scopes were read completely, before anything is said about what was found in them. */
export function readingFigure(result: Result): Markup {
  const { scopes, gaps } = result;
  const complete = scopes.filter((scope) => scope.complete).length;
  const parts = [
    { fill: 'on-time', word: 'read completely', count: complete },
    { fill: 'unknown', word: 'not read completely', count: scopes.length - complete },
  ];
  const accounts = new Set(scopes.map(({ accountId }) => accountId)).size;
  return html`<div class="figure"><h2>What was read</h2>
<p class="big">${grouped(complete)} <span class="of">of ${plural(scopes.length, 'scope')} read completely</span></p>
${stackedBar(parts)}
<dl class="counts">
<div><dt>accounts</dt><dd>${grouped(accounts)}</dd></div>
<div><dt>answers not read</dt><dd>${grouped(gaps.length)}</dd></div>
${incompleteScopes(result)}</dl></div>
`;
}

function incompleteScopes({ scopes, gaps }: Result): readonly Markup[] {
  const incomplete = scopes.filter(({ complete }) => !complete);
  const more = incomplete.length - shownScopes;
  const rows = incomplete.slice(0, shownScopes).map(({ accountId, region }) => {
    const missing = gaps.filter((gap) => gap.accountId === accountId && gap.region === region).length;
    return html`<div><dt><span class="symbol unknown" aria-hidden="true">?</span> ${accountId}/${region}</dt><dd>${grouped(missing)} of them</dd></div>\n`;
  });
  const rest = html`<div><dt><a href="#scopes">${plural(more, 'more scope')}</a></dt><dd>not complete</dd></div>\n`;
  return more > 0 ? [...rows, rest] : rows;
}

/** What was not read, why, what that hides, and what to do about it. */
export function gapList({ gaps, findings }: Result): Markup {
  if (gaps.length === 0) return nothing;
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  const items = groupGaps(gaps).map((group) => gapItem(group, gaps, unknown));
  return html`<section class="gaps" aria-labelledby="gaps-title">
<h2 id="gaps-title"><span class="symbol unknown" aria-hidden="true">?</span> Not read: ${plural(gaps.length, 'answer')}</h2>
<ul>
${items}</ul>
</section>
`;
}

function gapItem({ gap, at }: GapGroup, gaps: Result['gaps'], unknown: readonly Finding[]): Markup {
  const because = gap.error === undefined ? '' : `: ${gap.error.name}`;
  const places = [...at].slice(0, shownPlaces).flatMap((index) => gaps[index] ?? []);
  const more = at.size - places.length;
  return html`<li>
<div><h3>${isOperation(gap.operation) ? html`<code>${gap.operation}</code>` : gap.operation}</h3>
<p class="unknown-text">${words(gap.status)}${because}</p></div>
<ul class="places">${places.map((place) => html`<li>${place.accountId}/${place.region}${place.resource === undefined ? nothing : html` <code>${place.resource}</code>`}</li>`)}${more > 0 ? html`<li><a href="#gaps">and ${plural(more, 'more place')}</a></li>` : nothing}</ul>
<div><p>${effectText(at, unknown)}.</p>
<p><strong>To do:</strong> ${gapAdvice(gap)}.</p></div>
</li>
`;
}

const namedRules = 4;

/** What hangs on it: the rules by name, as long as they are few. */
function effectText(at: ReadonlySet<number>, unknown: readonly Finding[]): string {
  const touched = unknown.filter(({ gaps }) => gaps.some((index) => at.has(index)));
  if (touched.length === 0) return 'Makes nothing unknown that was seen; it may hide what was not';
  const rules = [...new Set(touched.map(({ ruleId }) => ruleId))];
  const which = rules.length > namedRules ? plural(rules.length, 'rule') : rules.join(', ');
  return `Makes unknown: ${plural(touched.length, 'outcome')} of ${which}`;
}
