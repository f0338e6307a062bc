const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * JSON leaves 8-bit control characters and bidi controls as they are, and what the runner of GitHub Actions obeys wherever it
 * stands in a log; escaped they are the same data, and steer nothing.
 */
const stringify = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${indent}`)
    .replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/gu, (character) =>
      character.split('').map(escapeUnit).join(''),
    );

/**
 * The text of `JSON.stringify(value, null, 2)`, in pieces: the outer `levels` of objects and lists are walked one member at a
 * time, so a list there may be any iterable, and only one of its items is held as text.
 */
export function* jsonPieces(value: unknown, levels: number, indent = ''): Iterable<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) return yield stringify(value, indent);
  const [open, close] = isIterable(value) ? '[]' : '{}';
  let between = '\n';
  yield `${open}`;
  for (const [label, item] of isIterable(value) ? items(value) : members(value)) {
    yield `${between}${indent}  ${label}`;
    yield* jsonPieces(item, levels - 1, `${indent}  `);
    between = ',\n';
  }
  yield between === '\n' ? `${close}` : `\n${indent}${close}`;
}

function* items(list: Iterable<unknown>): Iterable<readonly [string, unknown]> {
  for (const item of list) yield ['', item];
}

function* members(object: object): Iterable<readonly [string, unknown]> {
  for (const [name, item] of Object.entries(object)) {
    if (item !== undefined) yield [`${stringify(name, '')}: `, item];
  }
}
