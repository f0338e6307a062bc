// The measurements as Markdown.
import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { peakOf, secondsOf } from './goals.mjs';
import { median } from './statistics.mjs';

const row = (cells) => `| ${cells.join(' | ')} |`;
const head = (names) => [row(names), row(names.map(() => '---'))];
const digits = (value) => value.toFixed(Math.abs(value) < 100 ? 2 : 0);
const milliseconds = (runs) => (median(runs.map(({ seconds }) => seconds)) * 1000).toFixed(0);

export const machine = () => ({
  node: process.version,
  cpus: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});

const verdict = ({ value, goal }) => (goal === undefined ? '' : goal.isMet(value) ? 'met' : 'MISSED');

const goalLine = ({ what, value, goal, unit }) =>
  row([
    what,
    unit === undefined ? digits(value) : `${digits(value)} ${unit}`,
    goal?.text ?? '',
    verdict({ value, goal }),
  ]);

const timeLines = ({ name, found }) =>
  Object.keys(found).map((what) =>
    row([name, what, found[what].length, secondsOf(found, what).toFixed(2), peakOf(found, what).toFixed(0)]),
  );

export function reportText({ date, runs, estates, naive, start }, rows) {
  const { node, cpus: processors, memoryGiB } = machine();
  const each = median(naive.map(({ nanoseconds }) => nanoseconds)).toFixed(0);
  return [
    `${date}, Node ${node}, ${processors}, ${memoryGiB} GiB; medians of ${runs}`,
    '',
    ...head(['what', 'measured', 'goal', '']),
    ...rows.map(goalLine),
    '',
    ...head(['inventory', 'process', 'runs', 'seconds', 'peak MiB']),
    ...estates.flatMap(timeLines),
    '',
    `json-rules-engine, naively: ${each} ns a rule and point (${naive[0].rules} rules × ${naive[0].points} points).`,
    `Start-up: node -e 0 ${milliseconds(start.node)} ms, --version ${milliseconds(start.version)} ms, scan of one resource ${milliseconds(start.scan)} ms.`,
    '',
  ].join('\n');
}
