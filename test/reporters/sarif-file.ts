import { readFileSync } from 'node:fs';
import Ajv2020Module from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { expect } from 'vitest';
import { evidence } from '../../src/reporters/evidence.ts';
import type { Report, ReportOptions } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { options } from './fixture.ts';
import { evidenceFaults, githubFaults } from './sarif-faults.ts';

/** SARIF 2.1.0 as @microsoft/sarif-multitool 5.7.0 carries it (MIT; the standard is by OASIS). */
const schemaFile = new URL('../fixtures/sarif-schema-2.1.0.json', import.meta.url);
const ajv = new Ajv2020Module.default({ strict: false, allErrors: true });
addFormatsModule.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

export type CheckedRun = Run & { results: NonNullable<Run['results']> };

export const sarifText = (report: Report, over: Partial<ReportOptions> = {}): string =>
  [...sarif(report, { ...options, ...over })].join('');

export const evidenceText = (report: Report, over: Partial<ReportOptions> = {}): string =>
  [...evidence(report, { ...options, ...over })].join('');

/** The run that a report gives, valid by the standard and by what GitHub takes. */
export const sarifRun = (report: Report, over: Partial<ReportOptions> = {}): CheckedRun =>
  checkedRun(sarifText(report, over), githubFaults);

/** The same of the full log, valid by the standard and whole in itself. */
export const evidenceRun = (report: Report, over: Partial<ReportOptions> = {}): CheckedRun =>
  checkedRun(evidenceText(report, over), evidenceFaults);

export function checkedRun(text: string, faultsOf: (run: Run) => readonly string[]): CheckedRun {
  const log: Log = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  if (run?.results === undefined) throw new Error('a run without results');
  expect(faultsOf(run)).toEqual([]);
  return { ...run, results: run.results };
}
