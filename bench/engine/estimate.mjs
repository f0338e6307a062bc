// How long a run will take where the goals are met: seconds for a million points, rounded up from what was measured.
import { isThere } from './generate.mjs';
import { ruleCounts } from './measurements.mjs';
import { largestInRounds, roundsOf } from './rounds.mjs';

const floor = 4;
const scan = 2.5 * floor;
const duckdb = 5;
const generation = 55;
/** json-rules-engine and start-up, each round. */
const others = 6;

/** The restore jobs are as many at every size below, and weigh like points. */
const millions = ({ points }) => Math.max(points + 100_000, 1.2 * points) / 1e6;

function roundSeconds(size, withDuckdb) {
  const perMillion =
    size.points > largestInRounds ? floor + scan : floor + scan * ruleCounts.length + (withDuckdb ? duckdb : 0);
  return millions(size) * perMillion;
}

export function estimatedSeconds({ sizes, runs, withDuckdb }) {
  const measuring = sizes.map((size) => roundsOf(size.points, runs) * roundSeconds(size, withDuckdb));
  const making = sizes.map((size) => (isThere(size) ? 0 : generation * millions(size)));
  return [...measuring, ...making, others * runs].reduce((sum, seconds) => sum + seconds, 0);
}
