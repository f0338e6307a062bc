import type { Result } from '../../result.ts';
import { plural } from '../pretty/page.ts';
import { becauseText, waivedText, worstFirst } from '../waiver-text.ts';
import { markdownTable, markdownText } from './text.ts';

const shownWaivers = 20;

/** Those that need somebody: what they accepted is open again, or soon will be, or they accept nothing. */
export function waiverSection({ waivers = [] }: Result): string[][] {
  const due = worstFirst(waivers).filter(({ state, warnings }) => state !== 'used' || warnings.length > 0);
  if (due.length === 0) return [];
  const rows = due.slice(0, shownWaivers).map((waiver) => {
    const { state, expires, owner, findings, warnings } = waiver;
    const why = [becauseText(waiver), ...warnings].join('; ');
    const texts = [waivedText(waiver), expires, owner, String(findings), why];
    return [state, ...texts.map((text) => markdownText(text))];
  });
  const left = due.length - shownWaivers;
  return [
    ['### Waivers to look at'],
    markdownTable(['State', 'Of', 'Until', 'Owner', 'Findings', 'Reason'], rows),
    ...(left > 0 ? [[`… and ${plural(left, 'more waiver')}: the json format has all.`]] : []),
  ];
}
