// Shows that the differential test would see a mistake: plants one after the other in a copy of the compiled engine.
//   npm run mutants
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, run } from './prepare.mjs';

const fuzz = [join(root, 'scripts/fuzz.mjs'), '--pairs', '60000', '--seed', '20261126'];

const mutants = [
  ['a group is settled by the other truth', 'condition', 'truth.holds === decisive', 'truth.holds === !decisive'],
  ['an undecided child is passed over', 'condition', 'undecided.push(truth)', 'undecided = undefined'],
  ['the negation of unknown is true', 'condition', 'holds === null ? { holds, reasons }', 'false ? {}'],
  [
    'left and right change places',
    'condition',
    'judgeLeaf(left(context), right(context))',
    'judgeLeaf(right(context), left(context))',
  ],
  ['a value that AWS added counts as known', 'leaf', '|| strangeValue(left) !== undefined', ''],
  ['an end of a range counts as outside', 'leaf', 'each < left.low', 'each <= left.low'],
  ['one end of a range decides', 'leaf', 'low === holdsAt(answer.high)', 'true'],
  ['of several candidates one decides', 'leaf', 'verdicts.every(({ holds }) => holds === first.holds)', 'true'],
  [
    'the last step of a path is dropped',
    'reference',
    'walk(ask(context), steps,',
    'walk(ask(context), steps.slice(0, -1),',
  ],
  ['what an object inherits counts as its own', 'path', 'Object.hasOwn(value, step)', 'true'],
  ['a parameter that is not there is null', 'reference', ': undefined));', ': null));'],
];

function survives([name, file, from, to], number) {
  const folder = join(root, 'out/mutants', String(number));
  cpSync(join(root, 'out/fuzz'), folder, { recursive: true });
  const path = join(folder, 'src/engine', `${file}.js`);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`mutants: ${file}.ts does not hold "${from}" once: ${name}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const test = [...fuzz, '--compiled', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, test, { encoding: 'utf8' });
  const isKilled = status === 1 && stdout.includes('Counterexample');
  if (!isKilled && status !== 0) throw new Error(`mutants: ${name}: the test did not run\n${stdout}${stderr}`);
  const after = isKilled ? ` after ${/.*\d+ pairs/.exec(lastRun(stdout))}` : '';
  process.stdout.write(`${isKilled ? 'killed  ' : 'SURVIVED'} ${name} (src/engine/${file}.ts)${after}\n`);
  return !isKilled;
}

/** The run that found the difference comes last. */
const lastRun = (text) => text.split('\n').findLast((line) => line.includes(' pairs, seed ')) ?? '';

rmSync(join(root, 'out/mutants'), { recursive: true, force: true });
run(process.execPath, fuzz);
const survivors = mutants.filter(survives);
process.stdout.write(`${mutants.length - survivors.length} of ${mutants.length} killed\n`);
process.exitCode = survivors.length === 0 ? 0 : 1;
