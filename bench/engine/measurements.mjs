// What is measured of one estate, each as a function that does it once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';
import { run } from './child.mjs';
import { folder } from './generate.mjs';
import { missionRules, ruleFlags } from './rules/bench-rules.mjs';

export const cli = join(root, 'dist/bin.js');
const program = (name) => join(root, 'bench/engine', name);
const resultFile = join(folder, 'scan.json');

/** How many rules a scan has: the three mission rules, then benchmark rules beside them. */
export const ruleCounts = [missionRules.length, 10, 20, 30];
export const mostRules = Math.max(...ruleCounts);
export const benchCount = (rules) => rules - missionRules.length;

export const scanArgs = (file, rules) => [
  ...[cli, 'scan', '--inventory', file, '--fail-on', 'never', '--format', `json=${resultFile}`],
  ...ruleFlags(join(folder, 'rules'), benchCount(rules)),
];

const outcomesIn = () => {
  const { rules } = JSON.parse(readFileSync(resultFile, 'utf8'));
  return Object.fromEntries(rules.map(({ id, outcomes }) => [id, outcomes]));
};

/** Judges; gives the outcomes too. An outcome that is unknown would end in another exit code than 0. */
export async function scan(file, rules) {
  const measured = await run(scanArgs(file, rules));
  return { ...measured, outcomes: outcomesIn() };
}

/** Gives the number of lines too. */
export async function floor(file) {
  const measured = await run([program('floor.mjs'), file]);
  return { ...measured, lines: Number(measured.stdout) };
}

export async function duckdb(file) {
  const measured = await run([program('duckdb.mjs'), file]);
  return { ...measured, outcomes: JSON.parse(measured.stdout) };
}

export async function naive(file) {
  const measured = await run([program('naive.mjs'), file, String(benchCount(mostRules))]);
  return { ...measured, ...JSON.parse(measured.stdout) };
}

/** Two programs that judge the same data must say the same, or neither time means anything. */
export function requireEqual(what, ours, theirs) {
  for (const [id, counts] of Object.entries(theirs)) {
    for (const [outcome, count] of Object.entries(counts)) {
      if (ours[id]?.[outcome] === count) continue;
      throw new Error(`${what} counts ${count} ${outcome} of ${id}, backuplint ${ours[id]?.[outcome]}: one is wrong`);
    }
  }
}
