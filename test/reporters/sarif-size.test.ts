import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzippedSize } from '../../src/reporters/sarif/gzipped-size.ts';
import { sarifWithin } from '../../src/reporters/sarif.ts';
import { activeRule, finding, options, reportOf, resource } from './fixture.ts';
import { githubFaults } from './sarif-faults.ts';
import { checkedRun } from './sarif-file.ts';

const region = { startLine: 4, startColumn: 3, endLine: 4, endColumn: 9 };
const around = { startLine: 2, endLine: 6, text: '{\n  "rules": {\n    "BKP301": "high",\n  }\n}' };
const enabledAt = { file: '/repo/backuplint.json', region, text: '"BKP301"', around };
const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' }, { enabledAt });
/** Texts that hardly pack. */
const noise = (seed: string) => createHash('sha256').update(seed).digest('base64url');
const names = Array.from({ length: 400 }, (_, at) => noise(`name ${at}`));
const report = reportOf({ rules: [rule], findings: names.map((name) => finding(rule, resource(name))) });

const textWithin = (limit: number) => [...sarifWithin(limit, report, options)].join('');
const fittedRun = (limit: number) => {
  const text = textWithin(limit);
  expect(gzipSync(text).length).toBeLessThanOrEqual(limit);
  const run = checkedRun(text, githubFaults);
  const [result] = run.results;
  return {
    results: run.results.length,
    hasSamples: result?.properties?.['backuplint/targets'].sample !== undefined,
    hasContext: result?.locations?.[0]?.physicalLocation?.contextRegion !== undefined,
    notes: run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text),
    last: run.results.at(-1)?.message.text,
  };
};

const whole = gzipSync(textWithin(Number.POSITIVE_INFINITY)).length;
const samples = "To keep the file small, 'samples' were left out.";
const both = "To keep the file small, 'samples and the lines around a place' were left out.";

test('what fits is whole', () => {
  expect(fittedRun(whole + 100)).toMatchObject({ results: 400, hasSamples: true, hasContext: true, notes: [] });
});

test('samples go first, then the lines around a place', () => {
  expect(fittedRun(whole - 100)).toMatchObject({ results: 400, hasSamples: false, hasContext: true, notes: [samples] });
  const smaller = fittedRun(gzipSync(textWithin(whole - 100)).length - 100);
  expect(smaller).toMatchObject({ results: 400, hasSamples: false, hasContext: false, notes: [both] });
});

test('then results, the least severe, and how many is said', () => {
  const { results, notes, last } = fittedRun(Math.floor(whole / 3));
  expect(results).toBeGreaterThan(10);
  expect(results).toBeLessThan(300);
  const cut = 400 - (results - 1);
  expect(notes).toEqual([`'${cut}' of '400' results were left out.`, both]);
  expect(last).toContain(`+${cut} more of BKP301 are not listed here`);
});

test('a limit that nothing fits in leaves what tells of it', () => {
  const run = checkedRun(textWithin(10), githubFaults);
  expect(run.results.map(({ message }) => message.text)).toEqual([expect.stringContaining('+400 more of BKP301')]);
});

test('the size that is measured is the size that is, within a hundredth; what is small anyway is not packed', () => {
  const text = Array.from({ length: 80_000 }, (_, at) => noise(`text ${at}`));
  const real = gzipSync(text.join('')).length;
  const measured = gzippedSize(() => text, 1000);
  expect(Math.abs(measured - real)).toBeLessThan(real / 100);
  expect(gzippedSize(() => ['abc'], 1000)).toBe(3);
});
