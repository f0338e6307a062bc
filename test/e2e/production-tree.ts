import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) });

/** Puts the packages that `npm ci --omit=dev` would install into `node_modules` of a folder; copies, so that no other is near. */
export function installProduction(folder: string): void {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const paths = Object.keys(packages).filter((path) => path !== '' && packages[path]?.dev !== true);
  for (const path of paths.filter((each) => existsSync(join(root, each)))) {
    // Those inside of it are in the list, too.
    const isOwn = (source: string) => !source.slice(join(root, path).length).includes('/node_modules');
    cpSync(join(root, path), join(folder, path), { recursive: true, dereference: true, filter: isOwn });
  }
}
