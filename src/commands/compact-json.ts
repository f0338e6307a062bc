/** JSON with each object and list on one line where it fits in `width` columns: a condition then reads as one. */
export function compactJson(value: unknown, width: number, indent = ''): string {
  const oneLine = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
  if (indent.length + oneLine.length <= width || typeof value !== 'object' || value === null) return oneLine;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([key, member]) => {
    const name = isList ? '' : `${JSON.stringify(key)}: `;
    return `${inner}${name}${compactJson(member, width, inner)}`;
  });
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
