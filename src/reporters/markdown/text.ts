import { plainText } from '../plain-text.ts';

/** Longer texts make a table unreadable, and the report as a whole stays below what GitHub takes. */
const longest = 300;

/**
 * Text that GitHub shows as it is. A character reference is never taken for Markdown or for the bar of a table; but for a
 * mention or a link to an issue it is, as if it were the character (github/cmark-gfm#181). An empty comment, which is not
 * shown, parts those. A dollar sign may begin a formula, unless it stands in an element.
 */
export const markdownText = (text: string, limit = longest): string =>
  clip(plainText(text), limit).replace(/[&<>\\`*_[\]|~$@#]|:(?=\/\/)|www(?=\.)/gi, inert);

function inert(match: string): string {
  if (match === '$') return '<span>$</span>';
  return /^[@#:w]/i.test(match) ? `${match}<!-- -->` : `&#${match.charCodeAt(0)};`;
}

/** Half a character would be shown as something else. */
const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** A name or an id, as people copy it. */
export const markdownCode = (text: string): string => (text === '' ? '' : `<code>${markdownText(text)}</code>`);

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
