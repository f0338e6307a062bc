import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from '../errors.ts';
import { provenanceOf } from '../output/provenance.ts';
import { repositoryRoot } from '../output/repository-root.ts';
import { knownName } from './known-name.ts';

const ciNames = ['github', 'gitlab', 'cron', 'none'] as const;

export type Ci = (typeof ciNames)[number];

/** Where the scan is to run each night, and what the user should know of the choice. */
export function ciOf(wish: string | undefined, cwd: string): { readonly ci: Ci; readonly note?: string } {
  const root = repositoryRoot(cwd);
  const isRoot = relative(root, cwd) === '';
  const ci = wish === undefined ? usualCi(root) : knownName('value of --ci', wish, ciNames);
  if (ci !== 'github' || isRoot) return { ci };
  // GitHub looks for workflows at the root alone, and the file could not know where the config is.
  const advice = `for a workflow run backuplint init at the root of the repository, ${root}`;
  if (wish !== undefined) throw new UsageError(`--ci github: ${advice}`);
  return { ci: 'none', note: advice };
}

function usualCi(root: string): Ci {
  const isOnGithub = /^https?:\/\/github\.com\//.test(provenanceOf(root, {})?.repositoryUri ?? '');
  return isOnGithub || existsSync(join(root, '.github')) ? 'github' : 'none';
}
