import type { EvaluationInput } from '../engine/evaluation.ts';
import { evaluationInput } from '../evaluation-input.ts';
import type { Io } from '../io.ts';
import type { LintOptions } from '../lint.ts';
import type { Notes } from '../output/notes.ts';
import { readShards } from '../read-shards.ts';
import type { RulesInForce } from '../rules-in-force.ts';

export type Read = { readonly input: EvaluationInput; readonly stopped: number | undefined };

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** The input of a scan with the same flags; all that was read is held, since any of it may be asked about. */
export async function readInput(options: LintOptions, inForce: RulesInForce, around: Surroundings): Promise<Read> {
  const { shards, stopped } = await readShards(options, inForce, around);
  const wish = { asOf: options.asOf, include: [], hasOverview: false };
  return { input: evaluationInput(inForce, shards, wish, around), stopped };
}
