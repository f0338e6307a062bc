import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

let folder = '';

/** All that tests write lies in one folder, which goes with them; another user is to run what lies there. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'backuplint-test-'));
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
