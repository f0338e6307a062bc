import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The CLI as it ships, built where no other test builds it at the same time; gives the path of its bin. */
export function builtCli(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backuplint-built-'));
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'];
  execFileSync(process.execPath, [...tsc, '--outDir', join(folder, 'dist')], { cwd: root, stdio: 'pipe' });
  for (const name of ['package.json', 'rules', 'data', 'schemas']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'dist/bin.js');
}

export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Started = { readonly child: ChildProcess; readonly ended: Promise<Ended> };

type Where = { readonly cwd: string; readonly env: { readonly [name: string]: string } };

/** Node with these arguments, and how it ends; the server that it asks may be in this process. */
export function startNode(args: readonly string[], { cwd, env }: Where): Started {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    texts.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.stderr += chunk;
  });
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code, signal) => done({ code, signal, ...texts }));
  });
  return { child, ended };
}
