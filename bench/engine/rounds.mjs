// The order of measurements: in rounds, each thing once a round, so that what else the machine does falls on all alike.
import process from 'node:process';
import { runBare } from './child.mjs';
import { cli, duckdb, floor, naive, requireEqual, ruleCounts, scan, scanArgs } from './measurements.mjs';

const [fewest] = ruleCounts;

/** Sizes above are measured once, for their memory and their time. */
export const largestInRounds = 1_000_000;
export const roundsOf = (points, runs) => (points > largestInRounds ? 1 : runs);

export const scanName = (rules) => `scan ${rules}`;

/** By name the list of what its runs gave. */
export async function measureEstate({ points, file, runs, withDuckdb }) {
  const isWhole = points <= largestInRounds;
  const found = {};
  for (let round = 1; round <= roundsOf(points, runs); round += 1) {
    const note = async (name, measuring) => {
      const measured = await measuring;
      found[name] = [...(found[name] ?? []), measured];
      tell(`${points} points, round ${round}: ${name}`, measured);
      return measured;
    };
    await note('floor', floor(file));
    const ours = await note(scanName(fewest), scan(file, fewest));
    if (!isWhole) continue;
    if (withDuckdb) requireEqual('DuckDB', ours.outcomes, (await note('duckdb', duckdb(file))).outcomes);
    for (const rules of ruleCounts.slice(1)) await note(scanName(rules), scan(file, rules));
  }
  return found;
}

/** The sample of points that json-rules-engine judges, held against our outcomes. */
export async function measureNaive(file, runs) {
  const { outcomes } = await scan(file, Math.max(...ruleCounts));
  const found = [];
  for (let round = 1; round <= runs; round += 1) {
    const measured = await naive(file);
    const passes = Object.entries(measured.passes).map(([id, pass]) => [id, { pass }]);
    requireEqual('json-rules-engine', outcomes, Object.fromEntries(passes));
    tell(`json-rules-engine, round ${round}`, measured);
    found.push(measured);
  }
  return found;
}

export async function measureStart(file, runs) {
  const commands = { node: ['-e', '0'], version: [cli, '--version'], scan: scanArgs(file, fewest) };
  const found = { node: [], version: [], scan: [] };
  for (let round = 1; round <= 3 * runs; round += 1) {
    for (const [name, args] of Object.entries(commands)) found[name].push(await runBare(args));
  }
  return found;
}

const tell = (what, { seconds, peak }) =>
  process.stderr.write(`${what}: ${seconds.toFixed(2)} s, ${peak.toFixed(0)} MiB\n`);
