import { readFileSync } from 'node:fs';
import Ajv2020Module from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { expect } from 'vitest';
import type { Report, ReportOptions } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { options } from './fixture.ts';

/** SARIF 2.1.0 as @microsoft/sarif-multitool 5.7.0 carries it (MIT; the standard is by OASIS). */
const schemaFile = new URL('../fixtures/sarif-schema-2.1.0.json', import.meta.url);
const ajv = new Ajv2020Module.default({ strict: false, allErrors: true });
addFormatsModule.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

export const sarifText = (report: Report, over: Partial<ReportOptions> = {}): string =>
  [...sarif(report, { ...options, ...over })].join('');

/** The run that a report gives, valid by the standard and by what GitHub takes. */
export function sarifRun(
  report: Report,
  over: Partial<ReportOptions> = {},
): Run & { results: NonNullable<Run['results']> } {
  const log: Log = JSON.parse(sarifText(report, over));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  if (run?.results === undefined) throw new Error('a run without results');
  expect(githubFaults(run)).toEqual([]);
  return { ...run, results: run.results };
}

/** What makes GitHub reject or garble a file that is valid by the standard (reference/sarif.md, 1.1 to 1.5). */
export function githubFaults({ tool, results = [], automationDetails }: Run): string[] {
  const rules = tool.driver.rules ?? [];
  const keys = results.map((result) => `${result.ruleId} ${result.partialFingerprints?.primaryLocationLineHash}`);
  return [
    ...(results.length > 5000 ? [`${results.length} results`] : []),
    ...(/^[^/].*\/[^/]+$/.test(automationDetails?.id ?? '') ? [] : [`no category in ${automationDetails?.id}`]),
    ...keys.filter((key, at) => keys.indexOf(key, at + 1) >= 0).map((key) => `twice: ${key}`),
    ...rules.flatMap((rule) => ruleFaults(rule).map((fault) => `${rule.id}: ${fault}`)),
    ...results.flatMap((result, at) => resultFaults(result, rules).map((fault) => `results/${at}: ${fault}`)),
  ];
}

type SarifRule = NonNullable<Run['tool']['driver']['rules']>[number];
type SarifResult = NonNullable<Run['results']>[number];

function ruleFaults({ id, shortDescription, fullDescription, help, properties }: SarifRule): string[] {
  const security: unknown = properties?.['security-severity'];
  return [
    ...(id === '' || id.length > 255 ? ['id'] : []),
    ...([shortDescription, fullDescription, help].every((text) => text?.text) ? [] : ['an empty text']),
    ...[shortDescription, fullDescription].filter((text) => (text?.text.length ?? 0) > 1024).map(() => 'a long text'),
    ...((properties?.tags ?? []).length > 10 ? ['tags'] : []),
    ...(security === undefined || (typeof security === 'string' && /^\d(\.\d)?$/.test(security)) ? [] : ['severity']),
  ];
}

function resultFaults(
  { ruleId, ruleIndex, kind, message, locations = [], partialFingerprints, suppressions }: SarifResult,
  rules: readonly SarifRule[],
): string[] {
  const uris = locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? '');
  const lines = locations.map(({ physicalLocation }) => physicalLocation?.region?.startLine ?? 0);
  return [
    ...(rules[ruleIndex ?? -1]?.id === ruleId ? [] : ['ruleIndex']),
    ...(kind === 'fail' && suppressions === undefined ? [] : ['not an alert']),
    ...(message.text ? [] : ['no text']),
    ...(partialFingerprints?.primaryLocationLineHash ? [] : ['no fingerprint']),
    ...(locations.length === 0 ? ['no location'] : []),
    ...uris.filter((uri) => !isRepositoryPath(uri)).map((uri) => `uri ${uri}`),
    ...lines.filter((line) => line < 1).map(() => 'no line'),
  ];
}

const isRepositoryPath = (uri: string): boolean =>
  uri.split('/').every((segment) => /^([\w.~!$&'()*+,;=@-]|%[0-9A-F]{2})+$/.test(segment) && segment !== '..');
