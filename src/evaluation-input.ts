import { loadIamNames, loadResourceTypes, withResourceTypes } from './data.ts';
import type { EvaluationInput, ResourceTypes } from './engine/evaluation.ts';
import type { Shard } from './inventory/record.ts';
import type { Io } from './io.ts';
import type { Notes } from './output/notes.ts';
import { packageVersion } from './package-files.ts';
import type { RulesInForce } from './rules-in-force.ts';

type Wish = {
  readonly asOf: string | undefined;
  readonly include: EvaluationInput['include'];
  readonly hasOverview: boolean;
};
type Surroundings = { readonly io: Pick<Io, 'now'>; readonly notes: Pick<Notes, 'note'> };

/** The rules in force and what was read, as the engine takes them. */
export function evaluationInput(
  inForce: RulesInForce,
  shards: readonly Shard[],
  { asOf, include, hasOverview }: Wish,
  around: Surroundings,
): EvaluationInput {
  const { rules, config } = inForce;
  const resourceTypes = withResourceTypes(loadResourceTypes(), config?.resourceTypes ?? {});
  noteStrangeTypes(shards, resourceTypes, around.notes);
  return {
    rules,
    shards,
    asOf: asOf ?? newestAsOf(shards) ?? currentTime(around),
    resourceTypes,
    iamNames: loadIamNames(),
    copyAccounts: config?.scope?.copyAccounts,
    version: packageVersion(),
    include,
    ...(hasOverview ? { overview: overviewTargets(inForce) } : {}),
  };
}

const overviewTargets = (inForce: RulesInForce): EvaluationInput['overview'] => ({
  ageHours: parameterOf('BKP002', 'maxAgeHours', inForce),
  testDays: parameterOf('BKP401', 'maxAgeDays', inForce),
});

/** As it is in force, else as it ships. */
function parameterOf(id: string, name: string, { rules, loaded }: RulesInForce): number {
  const value =
    rules.find(({ rule }) => rule.id === id)?.parameters[name] ??
    loaded.find(({ rule }) => rule.id === id)?.rule.parameters?.[name]?.default;
  if (typeof value !== 'number') throw new Error(`${id} has no number ${name}`);
  return value;
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

/** The settings of a Region name all types that AWS Backup has there, so a new one shows before it is in any rule's way. */
function noteStrangeTypes(shards: readonly Shard[], known: ResourceTypes, { note }: Surroundings['notes']): void {
  const settings = shards.flatMap(({ records }) => records.filter(({ kind }) => kind === 'regionSettings'));
  const named = settings.flatMap(({ fields }) => Object.keys(Object(fields.ResourceTypeOptInPreference)));
  const strange = [...new Set(named)].filter((type) => !Object.hasOwn(known, type)).sort();
  if (strange.length === 0) return;
  note(
    `AWS names resource types that this version does not know: ${strange.join(', ')}; what they can do is unknown, unless "resourceTypes" in the config says it`,
  );
}
