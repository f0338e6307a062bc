import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';

const reasons: { readonly [code: string]: (path: string) => string } = {
  ENOENT: (path) => `there is no folder ${dirname(path)}; make it first, or name a file in one that exists`,
  ENOTDIR: (path) => `${dirname(path)} is not a folder; name a file in a folder`,
  EISDIR: () => 'it is a folder; name a file in it',
  EACCES: (path) =>
    `no permission; the file and its folder ${dirname(path)} must both be writable, since the file is written beside and renamed`,
  EROFS: () => 'its file system is read-only; name a file elsewhere',
  ENOSPC: () => 'the disk is full; make room, or name a file elsewhere',
  ELOOP: () => 'its symbolic links lead in a circle; name the file itself',
};

/** What the user can do about a file that cannot be written. */
export function writeError(path: string, error: NodeJS.ErrnoException): UsageError {
  const reason = reasons[error.code ?? '']?.(path) ?? error.message;
  return new UsageError(`cannot write ${path}: ${reason}`, { cause: error });
}
