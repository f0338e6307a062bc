import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { installProduction } from './production-tree.ts';

const root = resolve(import.meta.dirname, '../..');

export type Instruction = { readonly name: string; readonly value: string };

export type Stage = { readonly from: string; readonly instructions: readonly Instruction[] };

/** The stages of a Dockerfile; a line that ends in a backslash goes on. */
export function stagesOf(text: string): readonly Stage[] {
  const lines = text.replace(/\\\n\s*/g, '').split('\n');
  const instructions = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.slice(0, line.indexOf(' ')), value: line.slice(line.indexOf(' ') + 1) }));
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []));
  return starts.map((start, index) => ({
    from: instructions[start]?.value ?? '',
    instructions: instructions.slice(start + 1, starts[index + 1]),
  }));
}

/** What a build sends to the engine: all that `.dockerignore` names after its star. */
export const contextNames = (): readonly string[] =>
  readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));

/** Does what the stages say, each in a folder; gives that of the last. */
export function buildImage(stages: readonly Stage[]): string {
  const folders = new Map<string, string>();
  for (const { from, instructions } of stages) {
    const folder = mkdtempSync(join(tmpdir(), 'backuplint-image-'));
    folders.set(/ AS (\S+)$/.exec(from)?.[1] ?? 'last', folder);
    let workdir = '/';
    for (const { name, value } of instructions) {
      if (name === 'WORKDIR') {
        workdir = value;
        mkdirSync(join(folder, workdir), { recursive: true });
      }
      if (name === 'COPY') copy(value, join(folder, workdir), { folder, folders });
      if (name === 'RUN') for (const command of value.split(' && ')) runStep(command, join(folder, workdir));
    }
  }
  return folders.get('last') ?? '';
}

type Places = { readonly folder: string; readonly folders: ReadonlyMap<string, string> };

function copy(value: string, workdir: string, { folder, folders }: Places): void {
  const [, stage, words = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(value) ?? [];
  const sources = words.split(' ');
  const target = sources.pop() ?? '';
  const into = target.startsWith('/') ? join(folder, target) : join(workdir, target);
  for (const source of sources) {
    if (stage === undefined && !contextNames().includes(source)) throw new Error(`.dockerignore leaves out ${source}`);
    const from = join(stage === undefined ? root : (folders.get(stage) ?? 'no such stage'), source);
    // A folder's content is copied, a file keeps its name where the target is a folder.
    const isFolder = statSync(from).isDirectory();
    const to = isFolder || !target.endsWith('/') ? into : join(into, basename(source));
    mkdirSync(isFolder ? to : into, { recursive: true });
    cpSync(from, to, { recursive: true, dereference: true });
  }
}

/** npm would ask the registry: what it installs is here already. */
function runStep(command: string, workdir: string): void {
  const modules = join(workdir, 'node_modules');
  if (command === 'npm ci --ignore-scripts') symlinkSync(join(root, 'node_modules'), modules);
  else if (command === 'npm ci --omit=dev --ignore-scripts') {
    rmSync(modules, { force: true });
    installProduction(workdir);
  } else execFileSync('sh', ['-c', command], { cwd: workdir, stdio: 'pipe' });
}
