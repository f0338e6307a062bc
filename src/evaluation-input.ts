import { loadIamNames, loadResourceTypes, withResourceTypes } from './data.ts';
import type { EvaluationInput } from './engine/evaluation.ts';
import type { Shard } from './inventory/record.ts';
import type { Io } from './io.ts';
import type { Notes } from './output/notes.ts';
import { packageVersion } from './package-files.ts';
import type { RulesInForce } from './rules-in-force.ts';

type Wish = { readonly asOf: string | undefined; readonly include: EvaluationInput['include'] };
type Surroundings = { readonly io: Pick<Io, 'now'>; readonly notes: Pick<Notes, 'note'> };

/** The rules in force and what was read, as the engine takes them. */
export function evaluationInput(
  { rules, config }: RulesInForce,
  shards: readonly Shard[],
  { asOf, include }: Wish,
  around: Surroundings,
): EvaluationInput {
  return {
    rules,
    shards,
    asOf: asOf ?? newestAsOf(shards) ?? currentTime(around),
    resourceTypes: withResourceTypes(loadResourceTypes(), config?.resourceTypes ?? {}),
    iamNames: loadIamNames(),
    copyAccounts: config?.scope?.copyAccounts,
    version: packageVersion(),
    include,
  };
}

const newestAsOf = (shards: readonly Shard[]): string | undefined =>
  shards
    .flatMap(({ asOf }) => asOf ?? [])
    .sort()
    .at(-1);

function currentTime({ io, notes }: Surroundings): string {
  const now = io.now().toISOString();
  notes.note(`no --as-of, and the inventory does not say when it was read: judged as of now, ${now}`);
  return now;
}
