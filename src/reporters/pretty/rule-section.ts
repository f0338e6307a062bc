import type { Finding, ResultRule, Target } from '../../result.ts';
import { isNew, newFirst } from '../standing.ts';
import { groupByMessage, type MessageGroup } from './message-groups.ts';
import type { Page } from './page.ts';
import { severityTones } from './style.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** The failing, or the unknown, findings of one rule, worst first. */
export type RuleSection = {
  readonly rule: ResultRule | undefined;
  readonly findings: readonly Finding[];
};

/** Findings shown of one rule: enough to see what is wrong, few enough that the next rule stays on the screen. */
const shownFindings = 10;

export function ruleSection({ rule, findings }: RuleSection, page: Page): string[] {
  const [worst] = findings;
  if (worst === undefined) return [];
  const title = rule === undefined ? [] : wrap(rule.title, page.measure, '  ');
  return [
    ...heading(worst, findings, rule).flatMap((text) =>
      wrap(text, page.measure, '', '  ').map((line) => page.paint(line, severityTones[worst.severity])),
    ),
    ...title.map((line) => page.paint(line, 'bold')),
    ...capped(groupByMessage(newFirst(findings))).flatMap((group) => messageGroup(group, worst, page)),
    ...rest(findings.length, page),
    ...(rule === undefined || worst.outcome === 'unknown'
      ? []
      : ['', ...wrap(`Fix: ${rule.remediation}`, page.measure, '  ')]),
  ];
}

function heading(worst: Finding, findings: readonly Finding[], rule: ResultRule | undefined): string[] {
  const { pass, fail, unknown } = rule?.outcomes ?? { pass: 0, fail: 0, unknown: 0 };
  const found = findings.length;
  const judged = Math.max(found, pass + fail + unknown);
  const symbol = worst.outcome === 'fail' ? '✗' : '?';
  const verb = worst.outcome === 'fail' ? (found === 1 ? 'fails' : 'fail') : found === 1 ? 'is unknown' : 'are unknown';
  const added = findings.filter(isNew).length;
  const news = added === 0 ? '' : `, ${added} new`;
  return [
    `${symbol} ${worst.severity.toUpperCase()} ${worst.ruleId} ${worst.ruleName}: ${found} of ${judged} ${verb}${news}`,
  ];
}

function capped(groups: readonly MessageGroup[]): MessageGroup[] {
  let room = shownFindings;
  return groups.flatMap(({ message, findings }) => {
    const shown = findings.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [{ message, findings: shown }];
  });
}

function messageGroup({ message, findings }: MessageGroup, worst: Finding, page: Page): string[] {
  const mixed = findings.some((finding) => finding.severity !== worst.severity);
  const rows = findings.map((finding) => [
    ...targetCells(finding.target),
    ...(mixed ? [finding.severity] : []),
    changeText(finding),
  ]);
  return ['', ...wrap(message, page.measure, '  '), ...table(rows, page.width, '    ')];
}

const changeText = ({ baseline }: Finding): string =>
  baseline === null || baseline.state === 'unchanged' ? '' : baseline.state;

function targetCells({ kind, id, name, resourceType, accountId, region }: Target): string[] {
  const scope = [accountId, region].filter((part) => part !== undefined).join('/');
  return [name ?? id, resourceType ?? kind, scope === id ? '' : scope];
}

const rest = (found: number, page: Page): string[] =>
  found <= shownFindings ? [] : [page.paint(`    … and ${found - shownFindings} more (all in --format json)`, 'dim')];
