// What others make of SARIF: the schema of the standard, the validator of Microsoft with GitHub's rules, and whether it sees
// which results of two scans are the same. Linux; the validator is 104 MB, so it is no dependency of the project.
//   npm install --prefix scripts/sarif-check
//   node scripts/sarif-check/sarif-check.mjs FILE…                      exit 1 on any error, warning or note
//   node scripts/sarif-check/sarif-check.mjs --match PREVIOUS CURRENT   exit 1 where it matches others than our fingerprints
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import Ajv2020Module from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';

const here = dirname(fileURLToPath(import.meta.url));
const tool = join(here, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
const scratch = mkdtempSync(join(tmpdir(), 'sarif-check-'));

const readLog = (file) => JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));

/** Its exit code is 0 for any number of errors: only what it writes tells. */
function multitool(...args) {
  const out = join(scratch, 'out.sarif');
  rmSync(out, { force: true });
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const run = spawnSync(tool, [...args, '-o', out], { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`the multitool ended with ${run.status}:\n${run.stdout}${run.stderr}`);
  return readLog(out).runs.flatMap(({ results }) => results ?? []);
}

const validated = (file) =>
  multitool(
    ...['validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note'],
    ...['-c', join(here, 'multitool.xml'), '--max-file-size-in-kb', '1000000', '--log', 'ForceOverwrite'],
  );

function schemaFaults(log) {
  const ajv = new Ajv2020Module.default({ strict: false, allErrors: true });
  addFormatsModule.default(ajv);
  const validate = ajv.compile(readLog(join(here, '../../test/fixtures/sarif-schema-2.1.0.json')));
  return validate(log) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** A value that it cannot read makes it find nothing at all. The same file without `$schema` shows whether it looked. */
function canaryFaults({ $schema: _, ...log }) {
  const file = join(scratch, 'canary.sarif');
  writeFileSync(file, JSON.stringify(log));
  const found = new Set(validated(file).map(({ ruleId }) => ruleId));
  return found.has('SARIF2008') && found.has('GH1013') ? [] : ['the multitool ran no rule on this file'];
}

function faultsOf(file) {
  const log = readLog(file);
  const bySchema = schemaFaults(log);
  if (bySchema.length > 0) return bySchema;
  const found = validated(file).map(({ ruleId, level = 'warning', message }) => {
    return `${level} ${ruleId} ${JSON.stringify(message.arguments ?? message.text)}`;
  });
  return [...found, ...canaryFaults(log)];
}

const lineOf = ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints?.primaryLocationLineHash}`;
const groupOf = ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints?.['backuplint/v1']}`;

function keysIn(file) {
  const results = readLog(file).runs.flatMap((run) => run.results);
  return { lines: new Set(results.map(lineOf)), groups: new Set(results.map(groupOf)) };
}

/** What the multitool must say of a result; of a group that now fails in part, or can be told now, it may say anything. */
function expectedState(result, before, now) {
  const [line, group] = [lineOf(result), groupOf(result)];
  if (before.lines.has(line) && now.lines.has(line)) return /^(unchanged|updated)$/;
  if (before.groups.has(group) && now.groups.has(group)) return /./;
  return now.lines.has(line) ? /^new$/ : /^absent$/;
}

/** Results of the two scans whose state, by the multitool, is not the one that our fingerprints give. */
function matchFaults(previous, current) {
  const [before, now] = [keysIn(previous), keysIn(current)];
  const all = multitool('match-results-forward', current, '--previous', previous, '--log', 'ForceOverwrite');
  const told = new Set(all.map(lineOf));
  const count = (state) => all.filter(({ baselineState }) => baselineState === state).length;
  const states = ['unchanged', 'updated', 'new', 'absent'].map((state) => `${count(state)} ${state}`);
  process.stdout.write(`${states.join(', ')}\n`);
  const wrong = all.filter((each) => !expectedState(each, before, now).test(each.baselineState));
  return [
    ...wrong.map((each) => `${lineOf(each)} is ${each.baselineState} to the multitool`),
    ...[...now.lines].filter((line) => !told.has(line)).map((line) => `${line} is gone`),
  ];
}

function check([first, ...others]) {
  if (first === undefined) throw new Error('sarif-check: name a file, or --match PREVIOUS CURRENT');
  if (first === '--match') return matchFaults(...others).map((fault) => `${others[1]}: ${fault}`);
  return [first, ...others].flatMap((file) => faultsOf(file).map((fault) => `${file}: ${fault}`));
}

try {
  // npm leaves it out where install scripts are blocked.
  chmodSync(tool, 0o755);
  const faults = check(process.argv.slice(2));
  process.stdout.write(faults.length === 0 ? 'nothing found\n' : `${faults.join('\n')}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}
