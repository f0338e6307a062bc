import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above with `.git` in it (a file in a worktree or submodule), else the folder itself. */
export function repositoryRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}
