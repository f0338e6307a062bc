import { readFileSync } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode, isSystemError } from '../output/system-error.ts';
import { writeError } from '../output/write-error.ts';
import { writeWhole } from '../output/write-file.ts';
import { packageFile } from '../package-files.ts';
import type { Ci } from './init-ci.ts';

/** `path` is relative to the folder that is set up. */
export type ScaffoldFile = { readonly path: string; readonly text: string };

/** Each is of the name that the file in templates/ has, but for one that GitHub wants elsewhere. */
const workflows: { readonly [ci in Ci]: readonly { readonly path: string; readonly template: string }[] } = {
  github: [{ path: '.github/workflows/backuplint.yml', template: 'backuplint.github.yml' }],
  gitlab: [{ path: 'backuplint.gitlab-ci.yml', template: 'backuplint.gitlab-ci.yml' }],
  cron: [{ path: 'backuplint-nightly.sh', template: 'backuplint-nightly.sh' }],
  none: [],
};

/** What is written names this version exactly: a newer one may find more, and is to be taken on purpose. */
export const scaffoldFor = (ci: Ci, version: string): readonly ScaffoldFile[] =>
  [
    { path: 'backuplint.json', template: 'backuplint.json' },
    { path: 'backuplint.waivers.json', template: 'backuplint.waivers.json' },
    ...workflows[ci],
  ].map(({ path, template }) => ({ path, text: textOf(template).replaceAll('__VERSION__', version) }));

const textOf = (template: string): string => readFileSync(packageFile(`templates/${template}`), 'utf8');

/** Whole or not at all; false where something of that name is there, be it a link to nothing. */
export async function writeIfMissing(path: string, text: string): Promise<boolean> {
  try {
    if (await isThere(path)) return false;
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw isSystemError(error) ? writeError(path, error) : error;
  }
  await writeWhole(path, [text]);
  return true;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
