import { matches } from './operators.ts';

const plain = (text: string): string => text.replaceAll('?', '\0');

/** AWS Backup's patterns: `*` any characters, anything else itself; case-sensitive. */
export const isLike = (pattern: string, text: string): boolean => matches(plain(pattern), plain(text));
