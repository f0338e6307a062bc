import type { Evaluation } from '../../src/engine/evaluation.ts';

function outcomes({ result }: Evaluation): ReadonlyMap<string, string> {
  const listed = (result.outcomes ?? []).map(
    ({ ruleId, outcome, target }) => [`${ruleId} ${target.id}`, outcome] as const,
  );
  const found = result.findings.map(({ ruleId, outcome, target }) => [`${ruleId} ${target.id}`, outcome] as const);
  return new Map([...listed, ...found]);
}

/** What the law forbids: an outcome that changes into anything but unknown. */
export function broken(before: Evaluation, after: Evaluation): readonly string[] {
  const now = outcomes(after);
  const was = outcomes(before);
  const changed = [...was].flatMap(([key, outcome]) => {
    const next = now.get(key);
    // The points of a restore access vault concern no rule, so that its list hides nothing.
    const mayVanish = after.incomplete || outcome === 'notApplicable';
    if (next === undefined) return mayVanish ? [] : [`${key}: ${outcome} vanished from a complete result`];
    const isLawful = next === outcome || next === 'unknown' || (outcome === 'notApplicable' && next === 'pass');
    return isLawful ? [] : [`${key}: ${outcome} → ${next}`];
  });
  const added = [...now].filter(([key, outcome]) => !was.has(key) && outcome !== 'unknown');
  return [...changed, ...added.map(([key, outcome]) => `${key}: new ${outcome}`)];
}
