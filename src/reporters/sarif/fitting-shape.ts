import { gzippedSize } from './gzipped-size.ts';
import { resultLimit } from './limits.ts';
import { type Detail, wholeDetail } from './results.ts';

/** How much of everything a file shows. */
export type Shape = Detail & { readonly results: number };

/** The most that fits: samples go first, then the lines around a place, then results. */
export function fittingShape(textOf: (shape: Shape) => Iterable<string>, alerts: number, limit: number): Shape {
  let shape: Shape = { ...wholeDetail, results: resultLimit };
  for (;;) {
    const size = gzippedSize(() => textOf(shape), limit);
    if (size <= limit || shape.results === 0) return shape;
    shape = smaller(shape, alerts, limit / size);
  }
}

/** Not all of a file is results, so a little less of them than it is too large by. */
const smaller = (shape: Shape, alerts: number, share: number): Shape => {
  if (shape.samples) return { ...shape, samples: false };
  if (shape.context) return { ...shape, context: false };
  return { ...shape, results: Math.floor(Math.min(shape.results, alerts) * share * 0.95) };
};
