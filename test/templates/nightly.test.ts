import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/run-cli.ts';
import { textOf } from './workflow.ts';

/** In place of npx: notes its arguments, writes what it is asked to, and ends as the test wants. */
const npx = `#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
echo "about to $3" >&2
case "$3" in
  collect) code=$COLLECT ;;
  *) code=$SCAN ;;
esac
case "$code" in
  0 | 1 | 3)
    for word; do
      case "$word" in
        *reports/*) echo report > "\${word#*=}" ;;
      esac
    done
    ;;
esac
[ "$code" = unreachable ] && exit 1
exit "$code"
`;

const today = () => `a folder/reports/${new Date().toISOString().slice(0, 10)}`;

const nightlyFolder = () =>
  folderWith({
    'a folder/backuplint-nightly.sh': textOf('templates/backuplint-nightly.sh'),
    'bin/npx': npx,
    // Of an earlier run on the same day.
    [`${today()}/inventory.ndjson.gz`]: 'stale',
    [`${today()}/backuplint.json`]: 'stale',
    calls: '',
  });

type Codes = { readonly collect: number | 'unreachable'; readonly scan: number | 'unreachable' };

function runNightly(codes: Codes, folder = nightlyFolder()) {
  for (const tool of readdirSync(join(folder, 'bin'))) chmodSync(join(folder, 'bin', tool), 0o755);
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, 'a folder/backuplint-nightly.sh')], {
    cwd: '/',
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      CALLS: join(folder, 'calls'),
      COLLECT: String(codes.collect),
      SCAN: String(codes.scan),
    },
  });
  const [day = 'none'] = readdirSync(join(folder, 'a folder/reports'));
  const out = join(folder, 'a folder/reports', day);
  const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\n').filter(Boolean);
  return { status, stdout, stderr, day, out, calls, log: join(folder, 'a folder/backuplint-nightly.log') };
}

describe('the script for every night', () => {
  test('collects, then judges what it collected, into a folder of the day that is its own', () => {
    const { status, stdout, stderr, day, out, calls } = runNightly({ collect: 0, scan: 0 });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    const where = `reports/${day}`;
    expect(calls).toEqual([
      `--yes backuplint@__VERSION__ collect --output ${where}/inventory.ndjson.gz`,
      `--yes backuplint@__VERSION__ scan --inventory ${where}/inventory.ndjson.gz` +
        ' --include pass,notApplicable' +
        ` --format pretty=${where}/backuplint.txt --format html=${where}/backuplint.html` +
        ` --format evidence=${where}/backuplint-evidence.sarif --format json=${where}/backuplint.json`,
    ]);
    expect(readdirSync(out).sort()).toEqual([
      'backuplint-evidence.sarif',
      'backuplint.html',
      'backuplint.json',
      'backuplint.txt',
      'inventory.ndjson.gz',
    ]);
    expect(statSync(join(out, 'backuplint.json')).mode & 0o077).toBe(0);
  });

  test.each([
    [{ collect: 0, scan: 1 }, 1],
    [{ collect: 3, scan: 3 }, 3],
    // What could not be read may be nothing that a rule asks for.
    [{ collect: 3, scan: 0 }, 0],
    [{ collect: 3, scan: 1 }, 1],
  ])('%o is an answer: exit code %i, and cron mails where to look', (codes, expected) => {
    const { status, stderr, out, calls } = runNightly(codes);
    expect({ status, calls: calls.length }).toEqual({ status: expected, calls: 2 });
    expect(stderr).toBe(expected === 0 ? '' : `about to scan\nsee ${out}\n`);
  });

  test.each([
    [{ collect: 2, scan: 0 }, 'collect', 2, 1],
    [{ collect: 130, scan: 0 }, 'collect', 130, 1],
    [{ collect: 0, scan: 2 }, 'scan', 2, 2],
    [{ collect: 0, scan: 70 }, 'scan', 70, 2],
    [{ collect: 'unreachable', scan: 0 }, 'collect', 1, 1],
    [{ collect: 0, scan: 'unreachable' }, 'scan', 1, 2],
  ] as const)('%o is none: it ends with what %s said', (codes, command, code, calls) => {
    const ended = runNightly(codes);
    expect({ status: ended.status, calls: ended.calls.length }).toEqual({ status: code, calls });
    expect(ended.stderr).toBe(
      `about to ${command}\nbackuplint ended with exit code ${code}; nothing was judged; see ${ended.log}\n`,
    );
    expect(existsSync(join(ended.out, 'messages'))).toBe(false);
  });
});

test('the log keeps each night: when, what was said, how it ended', () => {
  const folder = nightlyFolder();
  runNightly({ collect: 0, scan: 3 }, folder);
  const { log } = runNightly({ collect: 2, scan: 0 }, folder);
  const lines = readFileSync(log, 'utf8').replace(/^\S+T\S+Z /gm, 'TIME ');
  expect(lines).toBe(
    [
      'TIME collect: exit code 0\nabout to collect\n',
      'TIME scan: exit code 3\nabout to scan\n',
      'TIME collect: exit code 2\nabout to collect\n',
    ].join(''),
  );
  expect(statSync(log).mode & 0o077).toBe(0);
});

const hasFlock = spawnSync('flock', ['--version']).error === undefined;

describe.skipIf(!hasFlock)('one night at a time (needs flock, which this machine may lack)', () => {
  test('while an earlier run holds the lock, it judges nothing, touches nothing and says so', async () => {
    const folder = nightlyFolder();
    const lock = join(folder, 'a folder/backuplint-nightly.lock');
    const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; read -r _'], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const { status, stderr, calls, out } = runNightly({ collect: 0, scan: 0 }, folder);
    holder.stdin.end();
    await once(holder, 'exit');
    expect({ status, stderr, calls }).toEqual({
      status: 75,
      stderr: 'an earlier run is under way; nothing was judged\n',
      calls: [],
    });
    expect(readFileSync(join(out, 'backuplint.json'), 'utf8')).toBe('stale');
    expect(runNightly({ collect: 0, scan: 0 }, folder).status).toBe(0);
  });
});
