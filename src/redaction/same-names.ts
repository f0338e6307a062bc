import { UsageError } from '../errors.ts';

/** Throws where findings of the two cannot be told to be the same; `redacted` as in a result. */
export function requireSameNames(file: string, theirs: string | undefined, ours: string | undefined): void {
  if (theirs === ours) return;
  const how =
    theirs === undefined
      ? 'without --redact, and this one has it'
      : ours === undefined
        ? 'with --redact, and this one lacks it'
        : 'with --redact under another secret or names';
  throw new UsageError(`${file} was written ${how}: their findings do not compare`);
}
