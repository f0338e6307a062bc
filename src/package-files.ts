import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A file that ships with the package: dist/ and src/ are both one below its root. */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url);

const Manifest = z.object({ version: z.string() });

export const packageVersion = (): string =>
  Manifest.parse(JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))).version;
