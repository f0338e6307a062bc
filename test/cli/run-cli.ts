import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { type Io, main } from '../../src/cli.ts';

/** A folder with these files: what stands on the disk when the command runs. */
export function folderWith(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'backuplint-cli-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line in process; words are cut at spaces. */
export async function runCli(line: string, io: Given = {}): Promise<Run> {
  const stdout = textSink();
  const stderr = textSink();
  const code = await main(line.split(' ').filter(Boolean), ioWith(stdout.stream, stderr.stream, io));
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A process as a terminal shows it: what goes to stdout and stderr in one text, in order. */
export function ioOf(io: Given): { readonly io: Io; readonly said: () => string } {
  const sink = textSink();
  return { io: ioWith(sink.stream, sink.stream, io), said: sink.text };
}

type Given = Partial<Io> & { readonly input?: string };

const ioWith = (stdout: Writable, stderr: Writable, io: Given): Io => ({
  stdin: Readable.from([io.input ?? '']),
  stdout,
  stderr,
  cwd: tmpdir(),
  env: {},
  setEnv: () => {},
  now: () => new Date('2026-11-24T00:00:00Z'),
  columns: undefined,
  isTty: false,
  isErrorTty: false,
  interruption: () => new AbortController().signal,
  ...io,
});

function textSink() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

const vault = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main';
const scope = { accountId: '111122223333', region: 'eu-west-1' };

/** One vault with one recovery point that is kept for `days`; `status` is how its vault was listed. */
export function estate(days: number, status: 'ok' | 'denied' = 'ok', asOf = '2026-11-20T06:00:00.000Z'): string {
  const records = [
    { kind: 'backupVault', ...scope, BackupVaultName: 'main', BackupVaultArn: vault },
    ...(status === 'ok' ? [recoveryPoint(days)] : []),
  ];
  const lists = [
    { operation: 'ListRecoveryPointsByBackupVault', resource: vault, status },
    { operation: '*', status: 'ok' },
  ];
  return [
    { kind: 'inventory', schemaVersion: 1, generator: 'backuplint/0.1.0', asOf, scopes: [scope] },
    ...records,
    ...lists.map((list) => ({ kind: 'coverage', ...scope, ...list })),
    { kind: 'end', records: records.length },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

const recoveryPoint = (days: number) => ({
  kind: 'recoveryPoint',
  ...scope,
  RecoveryPointArn: 'arn:aws:backup:eu-west-1:111122223333:recovery-point:0001',
  BackupVaultName: 'main',
  BackupVaultArn: vault,
  ResourceArn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  ResourceType: 'DynamoDB',
  Status: 'COMPLETED',
  CreationDate: '2026-11-19T01:00:00.000Z',
  Lifecycle: { DeleteAfterDays: days },
});
