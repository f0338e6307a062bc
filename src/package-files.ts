import { readFileSync } from 'node:fs';

/** A file that ships with the package: dist/ and src/ are both one below its root. */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** Without zod, which takes longer to load than this to run: the file is our own. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const version: unknown = typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version');
  if (typeof version !== 'string') throw new Error('package.json names no version');
  return version;
}
