import { severities } from '../../severity.ts';
import { plainText } from '../plain-text.ts';
import { kindText } from './finding-item.ts';
import { standingMarks } from './marks.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type StandingFinding, standings } from './written-findings.ts';

type Choice = { readonly value: string; readonly word?: string };

/** Controls that the script shows: without it they would do nothing. */
export function filterBar(findings: readonly StandingFinding[]): Markup {
  const some = (of: (finding: StandingFinding) => string): Choice[] =>
    [...new Set(findings.map((finding) => plainText(of(finding))))].sort().map((value) => ({ value }));
  const rules = new Map(findings.map(({ ruleId, ruleName }) => [ruleId, `${ruleId} ${ruleName}`]));
  return html`<form id="filters" class="filters" hidden role="search" aria-label="Findings">
<label class="text">text <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${choice(
  'severity',
  'severity',
  severities.map((value) => ({ value })),
)}
${choice(
  'standing',
  'state',
  standings.map((value) => ({ value, word: standingMarks[value].word })),
)}
${findings.some(({ baseline }) => baseline !== null) ? choice('baseline', 'baseline', baselines) : nothing}
${choice(
  'rule',
  'rule',
  [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, word]) => ({ value, word })),
)}
${choice(
  'account',
  'account',
  some(({ target }) => target.accountId ?? 'unknown'),
)}
${choice('type', 'type', some(kindText))}
<label>order <select name="order"><option value="">by rule, worst first</option><option value="name">by name</option><option value="account">by account</option><option value="type">by type</option><option value="severity">by severity</option></select></label>
<p class="state"><output id="shown" aria-live="polite"></output> <button type="button" id="unfold">open all</button> <button type="reset">reset</button></p>
</form>
`;
}

const baselines: readonly Choice[] = [
  { value: 'new' },
  { value: 'unchanged', word: 'as before' },
  { value: 'updated', word: 'changed' },
];

const choice = (name: string, label: string, choices: readonly Choice[]): Markup =>
  html`<label>${label} <select name="${name}"><option value="">all</option>${choices.map(({ value, word = value }) => html`<option value="${value}">${word}</option>`)}</select></label>`;
