import type { OverviewCell } from '../../overview.ts';
import type { Part } from './stacked-bar.ts';

type Band<T> = { readonly fill: string; readonly word: string; readonly countOf: (counts: T) => number };

/** What is unknown stands between yes and no, since it may be either. */
export const triBands: readonly Band<OverviewCell['backedUp']>[] = [
  { fill: 'on-time', word: 'yes', countOf: ({ yes }) => yes },
  { fill: 'unknown', word: 'unknown', countOf: ({ unknown }) => unknown },
  { fill: 'no', word: 'no', countOf: ({ no }) => no },
];

export const ageBands: readonly Band<OverviewCell['age']>[] = [
  { fill: 'on-time', word: 'on time', countOf: ({ onTime }) => onTime },
  { fill: 'late', word: 'late', countOf: ({ late }) => late },
  { fill: 'very-late', word: 'very late', countOf: ({ veryLate }) => veryLate },
  { fill: 'lost', word: 'lost', countOf: ({ lost }) => lost },
  { fill: 'none', word: 'no point', countOf: ({ none }) => none },
  { fill: 'unknown', word: 'unknown', countOf: ({ unknown }) => unknown },
];

export const testBands: readonly Band<OverviewCell['restoreTested']>[] = [
  { fill: 'on-time', word: 'recently', countOf: ({ recently }) => recently },
  { fill: 'late', word: 'earlier', countOf: ({ earlier }) => earlier },
  { fill: 'unknown', word: 'unknown', countOf: ({ unknown }) => unknown },
  { fill: 'no', word: 'never', countOf: ({ never }) => never },
];

/** The counts of many cells, band by band. */
export const partsOf = <T>(bands: readonly Band<T>[], counts: readonly T[]): readonly Part[] =>
  bands.map(({ fill, word, countOf }) => ({
    fill,
    word,
    count: counts.reduce((sum, each) => sum + countOf(each), 0),
  }));
