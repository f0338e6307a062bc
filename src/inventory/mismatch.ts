import type { z } from 'zod';

/** A value that does not fit: where it stands and what was expected. */
export type Mismatch = { readonly path: readonly PropertyKey[]; readonly message: string };

export const mismatches = (kind: string, error: z.ZodError): readonly Mismatch[] =>
  error.issues.map(({ path, message }) => ({
    path,
    message: path.length === 0 ? `${kind}: ${message}` : `"${written(path)}" of ${kind}: ${message}`,
  }));

/** `ScanResults[0].LastScanTimestamp` */
export const written = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => `${text}${typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`}`,
    '',
  );
