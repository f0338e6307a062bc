import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** One import of a file of src: of another file (by its path below src) or of a package. */
export type Import = { readonly from: string; readonly to: string; readonly typesOnly: boolean };

const statement = /^(?:import|export)(\s+type)?\b[^;'"]*?\bfrom\s+'([^']+)'/gm;
const other = /(?:^import\s+|\bimport\()'([^']+)'/gm;

/** What a file imports, re-exports and loads; `file` is its path below src. */
export function importsOf(file: string, text: string): readonly Import[] {
  const to = (specifier: string) =>
    specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), specifier)) : specifier;
  return [
    ...[...text.matchAll(statement)].map(([, type, specifier = '']) => ({
      from: file,
      to: to(specifier),
      typesOnly: type !== undefined,
    })),
    ...[...text.matchAll(other)].map(([, specifier = '']) => ({ from: file, to: to(specifier), typesOnly: false })),
  ];
}

export type SourceFile = { readonly file: string; readonly text: string };

export const sourceFiles = (folder: string): readonly SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
