const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * JSON leaves 8-bit control characters and bidi controls as they are, and what the runner of GitHub Actions obeys wherever it
 * stands in a log; escaped they are the same data, and steer nothing.
 */
const escaped = (json: string): string =>
  json.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/gu, (character) =>
    character.split('').map(escapeUnit).join(''),
  );

const block = (value: unknown, indent: string): string =>
  escaped(JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`));

const line = (value: unknown): string => escaped(JSON.stringify(value));

/** How an item of the innermost lists that are walked is written. */
export type ItemForm = 'blocks' | 'lines';

/**
 * The text of `JSON.stringify(value, null, 2)`, in pieces: the outer `levels` of objects and lists are walked one member at a
 * time, so a list there may be any iterable, and only one of its items is held as text.
 */
export function* jsonPieces(value: unknown, levels: number, items: ItemForm = 'blocks', indent = ''): Iterable<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) return yield block(value, indent);
  const isList = isIterable(value);
  const [open, close] = isList ? '[]' : '{}';
  let between = '\n';
  yield `${open}`;
  for (const [label, item] of isList ? unlabelled(value) : members(value)) {
    yield `${between}${indent}  ${label}`;
    if (isList && levels === 1 && items === 'lines') yield line(item);
    else yield* jsonPieces(item, levels - 1, items, `${indent}  `);
    between = ',\n';
  }
  yield between === '\n' ? `${close}` : `\n${indent}${close}`;
}

function* unlabelled(list: Iterable<unknown>): Iterable<readonly [string, unknown]> {
  for (const item of list) yield ['', item];
}

function* members(object: object): Iterable<readonly [string, unknown]> {
  for (const [name, item] of Object.entries(object)) {
    if (item !== undefined) yield [`${line(name)}: `, item];
  }
}
