import { plainText } from '../plain-text.ts';

/**
 * Text in which names from AWS may stand. SARIF viewers take `[a](b)` in a message for a link and `{0}` for an argument;
 * doubling braces, as the standard says, is printed as such by GitHub.
 */
export const sarifText = (text: string): string =>
  plainText(text).replaceAll('](', '] (').replaceAll('{', '(').replaceAll('}', ')');

export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** At most so many characters, cut between words. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || undefined).trimEnd()}…`;
}
