import type { z } from 'zod';
import { Result } from '../result.ts';
import { jsonPieces } from './json-pieces.ts';
import type { Reporter } from './reporter.ts';

/** The schema puts the members in the published order, whatever order the engine made them in. */
function* inOrder<T>(schema: z.ZodType<T>, items: Iterable<T>): Iterable<T> {
  for (const item of items) yield schema.parse(item);
}

export const json: Reporter = function* ({ result }) {
  const { findings, gaps, outcomes, ...rest } = result;
  const { shape } = Result;
  const head = Result.omit({ findings: true, gaps: true, outcomes: true }).parse(rest);
  const listed = outcomes && { outcomes: inOrder(shape.outcomes.unwrap().element, outcomes) };
  const lists = { findings: inOrder(shape.findings.element, findings), gaps: inOrder(shape.gaps.element, gaps) };
  yield* jsonPieces({ ...head, ...lists, ...listed }, 2);
  yield '\n';
};
