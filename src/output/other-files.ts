import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';

type Target = { readonly file: string | undefined };

/** A report that goes over what it was made from would leave nothing to check it by. */
export function requireOtherFiles(outputs: readonly Target[], inputs: readonly string[], cwd: string): void {
  const read = new Set(inputs.map((path) => realPath(resolve(cwd, path))));
  for (const { file } of outputs) {
    if (file !== undefined && read.has(realPath(resolve(cwd, file)))) {
      throw new UsageError(`${file} is read here and would be overwritten; write the report to another file`);
    }
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
