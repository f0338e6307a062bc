// The engine's speed and memory, as ratios that mean the same on every machine:
//
//   npm run bench [-- --sizes 100000,1000000,3000000 --runs 5 --fails 0.02 --skip-duckdb]
//
// It needs two cores that nobody else uses, 4 GB of disk and memory enough for the engine (DuckDB takes 600 MiB), and
// the package registry once, for DuckDB. It makes its inventories in out/bench/, the same bytes on every machine, and
// keeps them: the second run is minutes shorter. Every measurement is a fresh process, in rounds; medians count.
//
// - floor: gunzip and JSON.parse of every line, in plain Node (floor.mjs).
// - scan N: the whole command with the three mission rules (BKP102, BKP301, BKP401) and N − 3 of rules/.
// - one rule more: slope of those scans over their number of rules, divided by the recovery points.
// - json-rules-engine, naively: see naive.mjs; its passes must be those of scan. Divided by "one rule more".
// - duckdb: the mission rules in SQL, in one thread (mission-rules.mjs); its counts must be those of scan.
// - sizes above 1,000,000 are measured once, with ten points a resource as everywhere, and once more with the resources
//   (and findings) of 1,000,000: the first tells what a larger estate takes, the second what more points alone take.
//
// stdout gets the tables, stderr what goes on, out/bench/result.json every measurement. A count that differs ends it
// with exit code 1; a missed goal is in the table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { prepare } from '../../scripts/prepare.mjs';
import { prepareDuckdb } from './duckdb-package.mjs';
import { estimatedSeconds } from './estimate.mjs';
import { estateFile, folder, usualSize } from './generate.mjs';
import { goalRows } from './goals.mjs';
import { machine, reportText } from './report.mjs';
import { largestInRounds, measureEstate, measureNaive, measureStart } from './rounds.mjs';

const sampleSize = 5000;

function given() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '100000,1000000,3000000' },
      runs: { type: 'string', default: '5' },
      fails: { type: 'string', default: String(usualSize.fails) },
      'skip-duckdb': { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes
    .split(',')
    .map(Number)
    .sort((a, b) => a - b);
  const [runs, fails] = [Number(values.runs), Number(values.fails)];
  const isSound =
    Number.isInteger(runs) &&
    runs > 0 &&
    fails >= 0 &&
    fails < 1 &&
    sizes.every((points) => points > 0 && points % 10 === 0);
  if (!isSound || sizes[0] > largestInRounds) {
    throw new Error(
      'bench: --sizes takes multiples of 10, one of them up to 1000000; --runs a number; --fails a share',
    );
  }
  return { runs, sizes: sizes.flatMap((points) => estatesOf(points, fails)), withDuckdb: !values['skip-duckdb'] };
}

/** A large estate comes twice: with more resources, and with more points of each. */
function estatesOf(points, fails) {
  const usual = { points, perResource: usualSize.perResource, fails };
  const times = Math.round(points / largestInRounds);
  if (times < 2 || points % largestInRounds !== 0) return [usual];
  return [usual, { points, perResource: usualSize.perResource * times, fails: Number((fails / times).toFixed(5)) }];
}

const nameOf = ({ points, perResource }) =>
  `${points} points${perResource === usualSize.perResource ? '' : `, ${perResource} a resource`}`;

async function measureAll({ sizes, runs, withDuckdb }) {
  const estates = [];
  for (const size of sizes) {
    const file = await estateFile(size);
    const found = await measureEstate({ points: size.points, file, runs, withDuckdb });
    estates.push({ ...size, name: nameOf(size), found });
  }
  const naive = await measureNaive(await estateFile({ points: sampleSize, ...usualSize }), runs);
  const start = await measureStart(await estateFile({ points: usualSize.perResource, ...usualSize }), runs);
  return { estates, naive, start };
}

const options = given();
prepare();
if (options.withDuckdb) prepareDuckdb();
mkdirSync(folder, { recursive: true });
const date = new Date().toISOString().slice(0, 10);
process.stderr.write(`about ${Math.ceil(estimatedSeconds(options) / 60)} min where the goals are met\n`);
const measured = { date, runs: options.runs, ...(await measureAll(options)) };
const rows = goalRows(measured);
const goals = rows.map(({ what, value, goal, unit }) => ({
  what,
  value,
  unit,
  goal: goal?.text,
  isMet: goal?.isMet(value),
}));
writeFileSync(join(folder, 'result.json'), `${JSON.stringify({ ...machine(), goals, ...measured }, undefined, 2)}\n`);
process.stdout.write(reportText(measured, rows));
