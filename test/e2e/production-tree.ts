import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

const Package = z.looseObject({ dev: z.boolean().optional(), bin: z.record(z.string(), z.string()).optional() });
const Lock = z.object({ packages: z.record(z.string(), Package) });

/** Puts into `node_modules` of a folder what `npm ci --omit=dev` would; copies, so that no other package is near. */
export function installProduction(folder: string): void {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  for (const [path, { dev, bin = {} }] of Object.entries(packages)) {
    if (path === '' || dev === true || !existsSync(join(root, path))) continue;
    // Those inside of it are in the list, too.
    const isOwn = (source: string) => !source.slice(join(root, path).length).includes('/node_modules');
    cpSync(join(root, path), join(folder, path), { recursive: true, dereference: true, filter: isOwn });
    const bins = join(folder, path.slice(0, path.lastIndexOf('node_modules/')), 'node_modules/.bin');
    for (const [name, file] of Object.entries(bin)) link(join(folder, path, file), join(bins, name));
  }
}

/** Without it npm takes a package for half installed, and asks the registry for it. */
function link(file: string, name: string): void {
  mkdirSync(dirname(name), { recursive: true });
  symlinkSync(relative(dirname(name), file), name);
}
