import { loadResourceTypes, withResourceTypes } from '../data.ts';
import type { EvaluationInput } from '../engine/evaluation.ts';
import type { Shard } from '../inventory/record.ts';
import type { Io } from '../io.ts';
import type { LintOptions } from '../lint.ts';
import type { Notes } from '../output/notes.ts';
import { packageVersion } from '../package-files.ts';
import { readShards } from '../read-shards.ts';
import type { RulesInForce } from '../rules-in-force.ts';

export type Read = { readonly input: EvaluationInput; readonly stopped: number | undefined };

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** The input of a scan with the same flags. */
export async function readInput(options: LintOptions, inForce: RulesInForce, around: Surroundings): Promise<Read> {
  const { shards, stopped } = await readShards(options, inForce, around);
  const { config, rules } = inForce;
  const input: EvaluationInput = {
    rules,
    shards,
    asOf: options.asOf ?? newestAsOf(shards) ?? currentTime(around),
    resourceTypes: withResourceTypes(loadResourceTypes(), config?.resourceTypes ?? {}),
    copyAccounts: config?.scope?.copyAccounts,
    version: packageVersion(),
    include: [],
  };
  return { input, stopped };
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
