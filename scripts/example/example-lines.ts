import { asOf } from './clock.ts';
import { coverageOf, readingsOf } from './reading.ts';
import { scopes } from './scopes.ts';

/** The example inventory, line by line: header, records, coverage, commit marker. */
export function exampleLines(): readonly string[] {
  const readings = scopes.flatMap(readingsOf);
  const records = readings.flatMap(({ kind, scope, records }) => records.map((each) => ({ kind, ...scope, ...each })));
  const coverage = readings.map((reading) => ({ kind: 'coverage', ...coverageOf(reading) }));
  const header = { kind: 'inventory', schemaVersion: 1, generator: 'backuplint/0.1.0', asOf, scopes };
  const end = { kind: 'end', records: records.length };
  return [header, ...records, ...coverage, end].map((line) => JSON.stringify(line));
}
