import { findNodeAtLocation, parseTree, stripComments } from 'jsonc-parser';

/**
 * A JSON text with one more item at the end of a list in it. Nothing else is touched: comments stay beside what they are
 * about. (jsonc-parser's own `modify` lays the item before anew, and takes the comment behind it along.)
 */
export function withItem(text: string, list: readonly string[], item: object): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, [...list]);
  if (node?.type !== 'array') throw new Error(`no list at ${list.join('.')}`);
  const close = node.offset + node.length - 1;
  const last = node.children?.at(-1);
  const end = last === undefined ? undefined : last.offset + last.length;
  const hasComma = end !== undefined && stripComments(text.slice(end, close)).includes(',');
  const before = text.slice(0, close).trimEnd();
  const comma = end === undefined || hasComma ? before : `${before.slice(0, end)},${before.slice(end)}`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const outer = indentAt(text, close);
  const unit = /\n(\t| +)\S/.exec(text)?.[1] ?? '  ';
  const inner = last === undefined ? outer + unit : indentAt(text, last.offset) || outer + unit;
  const lines = JSON.stringify(item, null, unit).split('\n').join(`${eol}${inner}`);
  return `${comma}${eol}${inner}${lines}${hasComma ? ',' : ''}${eol}${outer}${text.slice(close)}`;
}

/** The white space that the line begins with. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
