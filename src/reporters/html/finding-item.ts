import type { Finding, Result, ResultGap, ResultRule } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import { gapAdvice } from '../pretty/gap-advice.ts';
import { plural } from '../pretty/page.ts';
import { words } from '../why/leaf-text.ts';
import { dayText } from './dates.ts';
import { standingMark } from './marks.ts';
import { html, type Markup, nothing } from './markup.ts';
import { placeText } from './thing.ts';
import { traceOf } from './trace.ts';
import type { StandingFinding } from './written-findings.ts';

const shownRelated = 20;
const shownGaps = 5;

export type ItemContext = {
  readonly gaps: Result['gaps'];
  readonly rule: ResultRule | undefined;
  readonly active: ActiveRule | undefined;
};

/** One finding: a line, and behind it all that there is to know of it. */
export function findingItem(finding: StandingFinding, { gaps, rule, active }: ItemContext): Markup {
  const { target, message, evidence, related, fingerprint } = finding;
  const own = finding.gaps.flatMap((at) => gaps[at] ?? []);
  return html`<details class="finding"${filterData(finding)}><summary>${standingMark(finding.standing, finding.severity)} <span class="who"><span class="name">${target.name ?? target.id}</span>${baselineTag(finding)}</span> <span class="place">${kindText(finding)} ${placeText(target)}</span> <span class="message">${message}</span></summary>
<dl>
<dt class="once">Rule</dt><dd class="once">${finding.ruleId} ${finding.ruleName}, ${finding.severity}</dd>
<dt class="once">Message</dt><dd class="once whole">${message}</dd>
${traceOf(evidence, active)}${list('Not read', own.map(gapText), shownGaps)}${list(
  'Related',
  related.map((id) => html`<code>${id}</code>`),
  shownRelated,
)}${waiverRow(finding)}${baselineRow(finding)}<dt class="once">How to fix</dt><dd class="once">${rule?.remediation ?? 'The result does not say.'}</dd>
<dt>${target.kind === 'scope' ? 'Scope' : 'Target'}</dt><dd><code>${target.id}</code></dd>
<dt>Fingerprint</dt><dd><code>${fingerprint}</code></dd>
</dl></details>
`;
}

/** What the script filters and sorts by. */
function filterData(finding: StandingFinding): Markup {
  const { ruleId, severity, standing, target, baseline } = finding;
  const state = baseline === null ? nothing : html` data-baseline="${baseline.state}"`;
  return html` data-severity="${severity}" data-standing="${standing}" data-rule="${ruleId}" data-account="${target.accountId ?? 'unknown'}" data-type="${kindText(finding)}"${state}`;
}

export const kindText = ({ target }: Finding): string => target.resourceType ?? words(target.kind);

const baselineTag = ({ baseline }: Finding): Markup =>
  baseline === null || baseline.state === 'unchanged'
    ? nothing
    : html` <span class="tag ${baseline.state}">${baseline.state === 'new' ? 'new' : 'changed'}</span>`;

function list(title: string, items: readonly Markup[], shown: number): Markup {
  if (items.length === 0) return nothing;
  const more = items.length - shown;
  return html`<dt>${title}</dt><dd><ul>${items.slice(0, shown).map((item) => html`<li>${item}</li>`)}${more > 0 ? html`<li>and ${plural(more, 'other')}</li>` : nothing}</ul></dd>
`;
}

const gapText = (gap: ResultGap): Markup =>
  html`${gap.operation} in ${placeText(gap)}${gap.resource === undefined ? nothing : html` of <code>${gap.resource}</code>`}: ${words(gap.status)}${gap.error === undefined ? nothing : html` (${gap.error.name}: ${gap.error.message})`}. To do: ${gapAdvice(gap)}.`;

function waiverRow({ waiver }: Finding): Markup {
  if (waiver === null) return nothing;
  const ticket = waiver.ticket === undefined ? '' : `, ${waiver.ticket}`;
  return html`<dt>Waived</dt><dd>${waiver.reason} (${waiver.owner}${ticket}, until ${dayText(waiver.expires)})</dd>
`;
}

const since = {
  new: 'new: not in the baseline',
  unchanged: 'as in the baseline',
  updated: 'changed since the baseline',
};

function baselineRow({ baseline }: Finding): Markup {
  if (baseline === null) return nothing;
  return html`<dt>Baseline</dt><dd>${since[baseline.state]}, first seen ${dayText(baseline.since)}</dd>
`;
}
