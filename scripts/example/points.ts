import { oddPoints } from './odd-points.ts';
import type { Point } from './point.ts';
import { resources } from './resources.ts';
import { copiedPoints, localPoints } from './scheduled-points.ts';

/** Every point there is, seen or not; without what a vault only shows of another one. */
export const allPoints: readonly Point[] = [
  ...resources.flatMap(localPoints),
  ...resources.flatMap(copiedPoints),
  ...oddPoints,
];

export const newestFirst = (points: readonly Point[]): readonly Point[] =>
  [...points].sort((a, b) => (a.created > b.created ? -1 : a.created < b.created ? 1 : 0));
