import { known, mapAnswer, noted } from '../answer.ts';
import { type FactReader, memberOf } from './common.ts';

/** What was not wholly scanned is not clean, but what was found is found (trap M1). */
export const verdict: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'ScanResult'), (result) => {
    const status = memberOf(result, 'ScanResultStatus');
    if (status === 'THREATS_FOUND') return known('threats');
    return mapAnswer(world.fact(item, 'State'), (state) =>
      state === 'COMPLETED' && status === 'NO_THREATS_FOUND'
        ? known('clean')
        : noted(`a scan that is ${String(state)} with the result ${String(status ?? 'none')} is neither clean nor not`),
    );
  });

/** Of all scans of a point together; without one there is no result at all. */
export const scanVerdict: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'AggregatedScanResult'), (result) => {
    if (result === undefined) return known('none');
    const findings = memberOf(result, 'Findings') ?? [];
    if (!Array.isArray(findings)) return noted('the findings of its scans are no list');
    if (findings.includes('MALWARE')) return known('threats');
    if (findings.length > 0) return noted(`its scans found ${findings.join(', ')}, which this version does not know`);
    return memberOf(result, 'FailedScan') === false
      ? known('clean')
      : noted('a scan of it failed: nothing was found, but not all was scanned');
  });
