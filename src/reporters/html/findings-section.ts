import type { Result } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import { grouped, plural } from '../pretty/page.ts';
import type { Report } from '../reporter.ts';
import { filterBar } from './filters.ts';
import { findingItem } from './finding-item.ts';
import { standingMark, standingMarks, symbolOf } from './marks.ts';
import { html, type Markup, nothing } from './markup.ts';
import { sectionEnd, sectionStart } from './section.ts';
import { stackedBar } from './stacked-bar.ts';
import { type RuleGroup, ruleGroups, standings } from './written-findings.ts';

const lede =
  'By rule, the worst first: what fails, then what could not be told, then what somebody has accepted. Open a rule for its findings, a finding for the values that decided it and for what to do.';

/** Piece by piece, since there may be many. */
export function* findingsSection({ result, rules }: Report): Iterable<Markup> {
  yield sectionStart({ id: 'findings', title: 'Findings', lede, wide: true });
  const groups = ruleGroups(result);
  if (groups.length === 0) yield html`<p class="note">There are none.</p>\n`;
  else yield* written(groups, result, new Map(rules.map((active) => [active.rule.id, active])));
  yield sectionEnd;
}

function* written(
  groups: readonly RuleGroup[],
  result: Result,
  active: ReadonlyMap<string, ActiveRule>,
): Iterable<Markup> {
  yield cutNote(groups);
  yield filterBar(groups.flatMap(({ findings }) => findings));
  yield html`<div id="flat" hidden></div>
<div id="groups">
`;
  for (const group of groups) {
    yield groupStart(group, active.get(group.ruleId));
    const context = { gaps: result.gaps, rule: group.rule, active: active.get(group.ruleId) };
    for (const finding of group.findings) yield findingItem(finding, context);
    yield groupEnd(group);
  }
  yield html`</div>
`;
}

/** Nobody may take what stands here for all there is. */
function cutNote(groups: readonly RuleGroup[]): Markup {
  const cut = groups.reduce((sum, group) => sum + group.cut, 0);
  if (cut === 0) return nothing;
  const all = groups.reduce((sum, { findings }) => sum + findings.length, cut);
  return html`<p class="note"><strong>${grouped(all - cut)} of ${grouped(all)} findings are written here</strong>, the worst of every rule first. The other ${grouped(cut)} are in the result that --format json writes.</p>
`;
}

function groupStart(group: RuleGroup, active: ActiveRule | undefined): Markup {
  const { ruleId, ruleName, rule, findings } = group;
  const [worst] = findings;
  const standing = worst?.standing ?? 'failing';
  const severity = worst?.severity ?? rule?.severity ?? 'info';
  return html`<details class="rule" id="rule-${ruleId}" data-rule="${ruleId}"><summary>${standingMark(standing, severity)} <span class="title"><b>${ruleId}</b> ${rule?.title ?? ruleName}</span> ${outcomeBar(group)}<span class="found">${foundText(group)}</span></summary>
${active === undefined ? nothing : html`<p class="why">${active.rule.description}</p>\n`}${rule === undefined ? nothing : html`<p class="why fix"><b>How to fix:</b> ${rule.remediation}</p>\n`}<div class="list">
`;
}

function outcomeBar({ rule }: RuleGroup): Markup {
  if (rule === undefined) return nothing;
  const { pass, fail, unknown } = rule.outcomes;
  return stackedBar([
    { fill: 'on-time', word: 'pass', count: pass },
    { fill: 'unknown', word: 'unknown', count: unknown },
    { fill: 'lost', word: 'fail', count: fail },
  ]);
}

/** "7 fail, 6 unknown, of 53": waived ones fail, too, but accepted. */
function foundText({ findings, cut, rule, counts }: RuleGroup): Markup {
  const said = standings.flatMap((standing) => {
    const count = counts[standing];
    return count === 0
      ? []
      : [html`<span class="count">${symbolOf(standing)} ${grouped(count)} ${standingMarks[standing].word}</span> `];
  });
  const { pass = 0, fail = 0, unknown = 0 } = rule?.outcomes ?? {};
  const judged = Math.max(pass + fail + unknown, findings.length + cut);
  return html`${said}<span class="of">of ${grouped(judged)}</span>`;
}

const groupEnd = ({ cut }: RuleGroup): Markup => html`</div>
${cut === 0 ? nothing : html`<p class="note">${plural(cut, 'more finding')} of this rule, in the json.</p>\n`}</details>
`;
