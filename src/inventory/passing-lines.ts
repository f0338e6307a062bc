import type { Scope } from './record.ts';
import { isScope } from './scope.ts';

/** How our writers begin the line of a recovery point: whatever begins otherwise is read as any other line. */
const head = Buffer.from('{"kind":"recoveryPoint","accountId":"');
/** A file that was joined to this one may begin within a line. */
const header = Buffer.from('"inventory"');
const scopeForm = /^(\d{12})","region":"([a-z0-9-]{1,32})"/;

/** The scope of a line that is a recovery point's, told by its first bytes alone. */
export type ScopeOfLine = (buffer: Buffer, start: number, end: number) => Scope | undefined;

export function passingLines(): ScopeOfLine {
  const holdsHeader = headers();
  let seen: { readonly bytes: Buffer; readonly scope: Scope } | undefined;
  return (buffer, start, end) => {
    if (!looksLikePoint(buffer, start)) return undefined;
    const at = start + head.length;
    if (end - at < 64 || !stands(head, buffer, start) || holdsHeader(buffer, start, end)) return undefined;
    if (seen !== undefined && stands(seen.bytes, buffer, at)) return seen.scope;
    seen = scopeAt(buffer, at);
    return seen?.scope;
  };
}

/** Lines of other kinds, as our writers begin them, differ in these two: `r…c…` of the kind. */
export const looksLikePoint = (buffer: Buffer, start: number): boolean =>
  buffer[start + 9] === 114 && buffer[start + 11] === 99;

const stands = (bytes: Buffer, buffer: Buffer, at: number): boolean =>
  buffer.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;

function scopeAt(buffer: Buffer, at: number): { bytes: Buffer; scope: Scope } | undefined {
  const [text, accountId, region] = scopeForm.exec(buffer.toString('latin1', at, at + 64)) ?? [];
  const scope = { accountId, region };
  return text === undefined || !isScope(scope) ? undefined : { bytes: Buffer.from(text), scope };
}

/** Looks for the next header in a buffer once, not once a line. */
function headers(): (buffer: Buffer, start: number, end: number) => boolean {
  let searched: Buffer | undefined;
  let next = -1;
  return (buffer, start, end) => {
    if (buffer !== searched || (next >= 0 && next < start)) {
      searched = buffer;
      next = buffer.indexOf(header, start);
    }
    return next >= 0 && next < end;
  };
}
