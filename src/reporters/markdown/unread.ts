import type { Finding, Result } from '../../result.ts';
import { groupGaps } from '../gap-groups.ts';
import { groupBy } from '../group-by.ts';
import { gapAdvice } from '../pretty/gap-advice.ts';
import { plural } from '../pretty/page.ts';
import { markdownCode, markdownTable, markdownText } from './text.ts';

const shownRules = 20;
const shownGaps = 10;

/** Of what is unknown the rules are enough: what to do about it stands with what was not read. */
export function unknownSection(unknown: readonly Finding[]): string[][] {
  const groups = [...groupBy(unknown, ({ ruleId }) => ruleId).values()];
  const rows = groups
    .slice(0, shownRules)
    .flatMap((findings) => findings.slice(0, 1).map((first) => row(first, findings)));
  if (rows.length === 0) return [];
  return [
    ['### What could not be decided'],
    markdownTable(['Rule', 'Severity', 'Unknown', 'The first'], rows),
    ...rest(groups.length - shownRules),
  ];
}

const row = ({ ruleId, ruleName, severity, message }: Finding, findings: readonly Finding[]): string[] => [
  markdownText(`${ruleId} ${ruleName}`),
  severity,
  String(findings.length),
  markdownText(message),
];

export function gapSection({ gaps }: Result): string[][] {
  const groups = groupGaps(gaps);
  const rows = groups.slice(0, shownGaps).map(({ gap, at }) => {
    const { operation, status, error, accountId, region, resource } = gap;
    const because = error === undefined ? status : `${status} (${error.name})`;
    const first = `${accountId}/${region}${resource === undefined ? '' : `: ${resource}`}`;
    return [
      markdownText(operation),
      markdownText(because),
      String(at.size),
      markdownCode(first),
      markdownText(gapAdvice(gap)),
    ];
  });
  if (rows.length === 0) return [];
  const head = ['Operation', 'Why', 'Places', 'The first', 'To do'];
  return [['### What was not read'], markdownTable(head, rows), ...rest(groups.length - shownGaps)];
}

const rest = (left: number): string[][] =>
  left > 0 ? [[`… and ${plural(left, 'more', 'more')}: the json format has all.`]] : [];
