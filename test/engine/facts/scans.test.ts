import { describe, expect, test } from 'vitest';
import { point, shard } from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';
import { scanJob } from '../state-records.ts';

describe('the verdict of a scan job (trap M1)', () => {
  const verdict = (State: string | undefined, status: string | undefined) => {
    const ScanResult = status === undefined ? undefined : { ScanResultStatus: status };
    const world = worldOf([shard({ records: [scanJob('scan', { State, ScanResult })] })]);
    return world.fact(itemOf(world, 'scanJob'), 'verdict');
  };

  test.each<[string | undefined, string | undefined, unknown]>([
    ['COMPLETED', 'NO_THREATS_FOUND', 'clean'],
    ['COMPLETED', 'THREATS_FOUND', 'threats'],
    ['COMPLETED_WITH_ISSUES', 'THREATS_FOUND', 'threats'],
    ['COMPLETED_WITH_ISSUES', 'NO_THREATS_FOUND', 'unknown'],
    ['COMPLETED', 'UNKNOWN', 'unknown'],
    ['COMPLETED', 'PERHAPS', 'unknown'],
    ['COMPLETED', undefined, 'unknown'],
    ['RUNNING', undefined, 'unknown'],
    ['FAILED', undefined, 'unknown'],
    ['DONE', 'NO_THREATS_FOUND', 'unknown'],
    [undefined, 'NO_THREATS_FOUND', 'unknown'],
    [undefined, 'THREATS_FOUND', 'threats'],
  ])('State %s, ScanResult %s: %s', (state, status, expected) => {
    expect(plain(verdict(state, status))).toBe(expected);
  });

  test('says why it is not known', () => {
    expect(because(verdict('RUNNING', undefined))).toEqual([
      'a scan that is RUNNING with the result none is neither clean nor not',
    ]);
  });
});

describe('scanVerdict of a recovery point (trap M1)', () => {
  test.each<[string, object | undefined, unknown]>([
    ['no scan', undefined, 'none'],
    ['clean', { FailedScan: false, Findings: [] }, 'clean'],
    ['clean, without a list', { FailedScan: false }, 'clean'],
    ['malware', { FailedScan: false, Findings: ['MALWARE'] }, 'threats'],
    ['malware, though a scan failed', { FailedScan: true, Findings: ['MALWARE'] }, 'threats'],
    ['a scan failed', { FailedScan: true, Findings: [] }, 'unknown'],
    ['nobody says whether one failed', { Findings: [] }, 'unknown'],
    ['what AWS finds since', { FailedScan: false, Findings: ['SPYWARE'] }, 'unknown'],
  ])('%s', (_, AggregatedScanResult, expected) => {
    const world = worldOf([shard({ records: [point('1', { AggregatedScanResult })] })]);
    expect(plain(world.fact(itemOf(world, 'recoveryPoint'), 'scanVerdict'))).toBe(expected);
  });
});
