// Runs backuplint as action.yml asks for it, and tells GitHub what came of it. Node's own modules only: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { flagsFrom, InputError, isOn, lines, reportsFrom } from './inputs.mjs';
import { installed } from './install.mjs';
import { countsOf, errorCommand, filesOf, stampOf, writeOutputs } from './outputs.mjs';

function scan() {
  const inputs = JSON.parse(process.env.BACKUPLINT_INPUTS ?? '{}');
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const cwd = resolve(workspace, inputs['working-directory'] ?? '');
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'backuplint-'));
  const reports = reportsFrom(inputs, folder).map((report) => ({ ...report, path: resolve(cwd, report.file) }));
  const formats = ['pretty', ...reports.map(({ format, file }) => `${format}=${file}`)];
  const args = ['scan', ...flagsFrom(inputs), ...formats.map((format) => `--format=${format}`), ...lines(inputs.args)];
  for (const { path } of reports) mkdirSync(dirname(path), { recursive: true });

  const bin = inputs.bin ? resolve(cwd, inputs.bin) : installed(inputs.version, folder);
  const before = new Map(reports.map(({ path }) => [path, stampOf(path)]));
  const exitCode = run([bin, ...args], cwd, isOn(inputs, 'summary'));
  const written = reports.filter(({ path }) => stampOf(path) !== undefined && stampOf(path) !== before.get(path));
  if (isOn(inputs, 'annotations')) annotate(written);
  writeOutputs({ 'exit-code': exitCode, ...countsOf(written), ...filesOf(written, workspace) });
}

/** What it prints may hold any name that somebody gave to a vault: none of it is a command to GitHub. */
function run(args, cwd, hasSummary) {
  const token = randomUUID();
  writeSync(1, `::stop-commands::${token}\n`);
  const { BACKUPLINT_INPUTS: _, GITHUB_STEP_SUMMARY: summary, ...others } = process.env;
  // It adds its markdown report to the summary where there is one.
  const env = hasSummary && summary !== undefined ? { ...others, GITHUB_STEP_SUMMARY: summary } : others;
  const { status, signal, error } = spawnSync(process.execPath, args, { cwd, env, stdio: 'inherit' });
  writeSync(1, `\n::${token}::\n`);
  if (error) throw error;
  return status ?? 128 + constants.signals[signal];
}

function annotate(written) {
  const annotations = written.find(({ format }) => format === 'github');
  if (annotations) process.stdout.write(readFileSync(annotations.path, 'utf8'));
}

try {
  scan();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stdout.write(errorCommand(error.message));
  process.exitCode = 2;
}
