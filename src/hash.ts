import { createHash } from 'node:crypto';

/** 32 hex digits that stand for the text. No twelve in a row are decimal: a search for account ids would find them. */
export const hashOf = (...parts: readonly string[]): string =>
  withoutLongNumber(createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32));

export const withoutLongNumber = (hash: string): string => (/\d{12}/.test(hash) ? hashOf(hash) : hash);

/** A GUID that is the same for the same text, in the form of version 5: what GitHub and others check is the form. */
export function guidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const guid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return /\d{12}/.test(guid) ? guidOf(guid) : guid;
}
