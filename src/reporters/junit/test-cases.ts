import type { Finding, ResultRule } from '../../result.ts';
import { groupBy } from '../group-by.ts';
import type { Standing } from '../standing.ts';

/** What a test reporter shows as one test; the name stays the same from scan to scan. */
export type TestCase = {
  readonly name: string;
  /** The worst of its findings; a case without any stands for the targets that pass. */
  readonly standing: Standing | 'pass' | 'noTarget';
  /** Those that stand so. */
  readonly findings: readonly Finding[];
};

const worst: readonly Standing[] = ['failing', 'unknown', 'waived', 'inBaseline'];

/** One for each fingerprint, since GitLab knows a test by its name and recovery points are new every night; and one for all that pass. */
export function testCases(
  { outcomes }: Pick<ResultRule, 'outcomes'>,
  findings: readonly Finding[],
  standingOf: (finding: Finding) => Standing,
): readonly TestCase[] {
  const groups = groupBy(findings, ({ fingerprint }) => fingerprint);
  const cases = [...groups.values()].flatMap((members) => {
    const byStanding = groupBy(members, standingOf);
    const standing = worst.find((each) => byStanding.has(each));
    const shown = standing && byStanding.get(standing);
    return standing === undefined || shown === undefined ? [] : [{ name: nameOf(members), standing, findings: shown }];
  });
  const rest = (standing: 'pass' | 'noTarget') => ({ name: 'targets that pass', standing, findings: [] });
  if (outcomes.pass > 0) return [...cases, rest('pass')];
  return cases.length > 0 ? cases : [rest('noTarget')];
}

/** What these are about tells no finding by itself: their own ids change every night. */
const passing = ['recoveryPoint', 'restoreJob', 'copyJob', 'backupJob', 'scanJob'];

function nameOf(members: readonly Finding[]): string {
  const types = new Set(members.map(({ target }) => target.resourceType ?? ''));
  const [first] = members;
  if (first === undefined) return '';
  const { target, fingerprint } = first;
  const { id, name, kind } = target;
  if (!passing.includes(kind)) return name === undefined || id.includes(name) ? id : `${name} (${id})`;
  const [type = ''] = types.size === 1 ? types : [];
  return `${kind}${type === '' ? '' : ` of ${type}`} (fingerprint ${fingerprint})`;
}
