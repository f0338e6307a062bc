import { plainText } from '../plain-text.ts';
import { columns } from './columns.ts';

/**
 * Lines of at most `width` columns, the indents included. A longer word (an ARN) gets a line of its own and is never broken:
 * people copy it. All prose of the report passes here, so here it is made plain.
 */
export function wrap(text: string, width: number, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = width - (lines.length === 0 ? indent : hanging).length;
    if (line === '' || columns(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((content, at) => (at === 0 ? indent : hanging) + content);
}
