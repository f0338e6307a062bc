import type { Finding, Result } from '../result.ts';

/** How a finding counts: it fails, could not be decided, is waived, or is a fail that the baseline has where only new ones count. */
export type Standing = 'failing' | 'unknown' | 'waived' | 'inBaseline';

/** A result does not name `--new-only`: where it was given, fewer findings fail than are open. */
export function standingsIn({
  findings,
  summary,
}: Pick<Result, 'findings' | 'summary'>): (finding: Finding) => Standing {
  const open = findings.filter(({ outcome, waiver }) => outcome === 'fail' && waiver === null).length;
  const failing = Object.values(summary.findings).reduce((sum, count) => sum + count, 0);
  const newOnly = failing < open;
  return ({ outcome, waiver, baseline }) => {
    if (waiver !== null) return 'waived';
    if (outcome === 'unknown') return 'unknown';
    return newOnly && baseline !== null && baseline.state !== 'new' ? 'inBaseline' : 'failing';
  };
}

export const isNew = ({ baseline }: Finding): boolean => baseline?.state === 'new';

/** What is new first, else in the order given. */
export const newFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(isNew) ? [...findings.filter(isNew), ...findings.filter((each) => !isNew(each))] : findings;
