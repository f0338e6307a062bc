import type { ReportOptions } from '../reporter.ts';
import { type Paint, paintWith } from './style.ts';

/** What each part of the report is laid out by. */
export type Page = {
  /** Columns of the terminal. */
  readonly width: number;
  /** Columns of prose: longer lines are hard to read, whatever the terminal has. */
  readonly measure: number;
  readonly paint: Paint;
};

const narrowest = 40;
const widestProse = 100;

export function pageOf({ width, color }: Pick<ReportOptions, 'width' | 'color'>): Page {
  const usable = Math.max(narrowest, width);
  return { width: usable, measure: Math.min(widestProse, usable), paint: paintWith(color) };
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** `1,234,567`. To have the locale write it takes as long to set up as judging a small inventory. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
