import type { OutcomeCounts } from '../../result.ts';
import type { WhyRelated, WhyThing } from '../../why-result.ts';
import { plainText } from '../plain-text.ts';
import type { Page } from '../pretty/page.ts';
import { table } from '../pretty/table.ts';
import { wrap } from '../pretty/wrap.ts';
import { words } from './leaf-text.ts';

const shownIds = 3;

/** What the rules make of the things around it, and whom to ask next. */
export function aroundLines({ related }: WhyThing, page: Page): string[] {
  if (related.length === 0) return [];
  const rows = related.map(({ relation, ruleId, ruleName, outcomes }) => [
    words(relation),
    `${ruleId} ${ruleName}`,
    outcomesText(outcomes),
  ]);
  return ['', page.paint('AROUND IT', 'bold'), ...table(rows, page.width, '  '), ...askNext(related)];
}

export function outcomesText({ fail, unknown, pass, notApplicable }: OutcomeCounts): string {
  const counts = [
    [fail, 'fail'],
    [unknown, 'unknown'],
    [pass, 'pass'],
    [notApplicable, 'not applicable'],
  ];
  return counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(', ');
}

/** To be pasted; an ARN holds nothing that a shell would take for its own. */
function askNext(related: readonly WhyRelated[]): string[] {
  const ids = [...new Set(related.flatMap((each) => each.askNext))].slice(0, shownIds);
  return ids.length === 0 ? [] : ['  Ask next:', ...ids.map((id) => `    backuplint why ${plainText(quoted(id))}`)];
}

const quoted = (id: string): string => (/^[\w:/.@%+=,-]+$/.test(id) ? id : `'${id.replaceAll("'", "'\\''")}'`);

/** Rules that would judge it if they were in force. */
export function notInForceLines({ rules, notInForce, target }: WhyThing, page: Page): string[] {
  const none = rules.length === 0 ? [`No rule in force judges this kind of thing (${target.kind}).`] : [];
  const names = notInForce.map(({ ruleId, ruleName }) => `${ruleId} ${ruleName}`).join(', ');
  const others =
    notInForce.length === 0 ? [] : [`Not in force, and would judge it: ${names} (--rule ${notInForce[0]?.ruleId})`];
  const lines = [...none, ...others].flatMap((text) => wrap(text, page.measure, '', '  '));
  return lines.length === 0 ? [] : ['', ...lines];
}
