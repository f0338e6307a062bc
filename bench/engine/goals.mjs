// From measurements to the ratios that are promised. A row: what, how much, the goal (absent: for information), its unit.
import { ruleCounts } from './measurements.mjs';
import { largestInRounds, scanName } from './rounds.mjs';
import { median, slope } from './statistics.mjs';

const [fewest] = ruleCounts;
const most = Math.max(...ruleCounts);
const atMost = (limit) => ({ limit, isMet: (value) => value <= limit, text: `≤ ${limit}` });
const atLeast = (limit) => ({ limit, isMet: (value) => value >= limit, text: `≥ ${limit}` });

export const secondsOf = (found, name) => median(found[name].map(({ seconds }) => seconds));
export const peakOf = (found, name) => median(found[name].map(({ peak }) => peak));
const ratio = (found, name, other) => secondsOf(found, name) / secondsOf(found, other);

/** Nanoseconds that one rule more costs for each recovery point. */
const costOfRule = ({ points, found }) =>
  (slope(ruleCounts.map((rules) => [rules, secondsOf(found, scanName(rules))])) / points) * 1e9;

const perLine = ({ found }) => secondsOf(found, scanName(fewest)) / found.floor[0].lines;

function sizeRows(estate, isReference) {
  const { points, found } = estate;
  const at = `at ${points} points`;
  const goal = (limit) => (isReference ? limit : undefined);
  return [
    {
      what: `scan, ${fewest} rules ÷ floor, ${at}`,
      value: ratio(found, scanName(fewest), 'floor'),
      goal: goal(atMost(2.5)),
    },
    { what: `scan, ${most} rules ÷ floor, ${at}`, value: ratio(found, scanName(most), 'floor') },
    { what: `one rule more, for each point, ${at}`, value: costOfRule(estate), goal: goal(atMost(60)), unit: 'ns' },
    ...(found.duckdb === undefined
      ? []
      : [
          {
            what: `scan, ${fewest} rules ÷ DuckDB, ${at}`,
            value: ratio(found, scanName(fewest), 'duckdb'),
            goal: goal(atMost(1)),
          },
        ]),
  ];
}

/** `reference` is what the large estate is compared with. */
const growthRows = (large, reference) => [
  {
    what: `peak memory, ${large.name} ÷ ${reference.name}`,
    value: peakOf(large.found, scanName(fewest)) / peakOf(reference.found, scanName(fewest)),
    goal: atMost(1.15),
  },
  {
    what: `time a line, ${large.name} ÷ ${reference.name}`,
    value: perLine(large) / perLine(reference),
    goal: atMost(1.15),
  },
];

function startRows({ node, version, scan }) {
  const [bare, ...others] = [node, version, scan].map((runs) => median(runs.map(({ seconds }) => seconds)));
  return ['--version', 'scan of one resource'].map((what, index) => ({
    what: `${what} ÷ node -e 0`,
    value: others[index] / bare,
    goal: atMost(4),
  }));
}

export function goalRows({ estates, naive, start }) {
  const whole = estates.filter(({ points }) => points <= largestInRounds);
  const reference = whole.at(-1);
  const each = median(naive.map(({ nanoseconds }) => nanoseconds));
  return [
    ...whole.flatMap((estate) => sizeRows(estate, estate === reference)),
    { what: 'json-rules-engine, naively ÷ one rule more', value: each / costOfRule(reference), goal: atLeast(80) },
    ...estates.filter(({ points }) => points > largestInRounds).flatMap((large) => growthRows(large, reference)),
    ...startRows(start),
  ];
}
