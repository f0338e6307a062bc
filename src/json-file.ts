import { readFile } from 'node:fs/promises';
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Fault } from './errors.ts';
import type { Place, Region } from './rules/rule.ts';

/** `jsonc`: JSON with comments and trailing commas. */
export type JsonSyntax = 'json' | 'jsonc';

/** A JSON file with the places of its members. */
export type JsonFile = {
  readonly file: string;
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly value: unknown;
  /** What keeps the file from being used as it stands. */
  readonly faults: readonly Fault[];
  /** Of a member: its key and its value. Of what is not there: the nearest thing around it. */
  readonly regionAt: (pointer: string) => Region;
};

export async function readJsonFile(file: string, syntax: JsonSyntax = 'json'): Promise<JsonFile> {
  try {
    return parseJsonFile(file, await readFile(file, 'utf8'), syntax);
  } catch (error) {
    return unusable(file, whyUnread(error));
  }
}

function unusable(file: string, message: string): JsonFile {
  const regionAt = () => ({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
  return { file, text: '', value: undefined, faults: [{ file, message }], regionAt };
}

export function parseJsonFile(file: string, fileText: string, syntax: JsonSyntax = 'json'): JsonFile {
  try {
    return parsed(file, fileText, syntax);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser calls itself for each bracket.
    return unusable(file, 'brackets stand in one another too deeply');
  }
}

function parsed(file: string, fileText: string, syntax: JsonSyntax): JsonFile {
  const text = fileText.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const lenient = syntax === 'jsonc';
  const root = parseTree(text, errors, { disallowComments: !lenient, allowTrailingComma: lenient });
  const position = positionsOf(text);
  const regionAt = (pointer: string) => regionOf(nodeAt(root, pointerTokens(pointer)), position);
  const fault = (offset: number, message: string): Fault => ({ file, ...position(offset), message });
  // Behind the first mistake the parser only guesses: what else it reports would send people to sound lines.
  const [first] = errors;
  if (root === undefined || first !== undefined) {
    const message = text.trim() === '' ? 'the file is empty' : syntaxMessage(first);
    return { file, text, value: undefined, faults: [fault(first?.offset ?? 0, message)], regionAt };
  }
  const faults = badMembers(root).map(({ offset, message }) => fault(offset, message));
  return { file, text, value: getNodeValue(root), faults, regionAt };
}

/** Lines shown before and after a member. */
const linesAround = 2;

/** A member with its text and that of the lines around it. */
export function placeAt({ file, text, regionAt }: JsonFile, pointer: string): Place {
  const region = regionAt(pointer);
  const lines = text.split(/\r\n|\n|\r/);
  const startLine = Math.max(1, region.startLine - linesAround);
  const endLine = Math.min(lines.length, region.endLine + linesAround);
  const around = { startLine, endLine, text: lines.slice(startLine - 1, endLine).join('\n') };
  return { file, region, text: textOf(lines, region), around };
}

const textOf = (lines: readonly string[], { startLine, startColumn, endLine, endColumn }: Region): string =>
  lines
    .slice(startLine - 1, endLine)
    .map((line, index, all) => (index === all.length - 1 ? line.slice(0, endColumn - 1) : line))
    .map((line, index) => (index === 0 ? line.slice(startColumn - 1) : line))
    .join('\n');

export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const faultAt = ({ file, regionAt }: JsonFile, pointer: string, message: string): Fault => {
  const { startLine, startColumn } = regionAt(pointer);
  return { file, line: startLine, column: startColumn, message };
};

/** Whether the file says that itself. */
export function hasMember({ value }: JsonFile, pointer: string): boolean {
  let found = value;
  for (const token of pointerTokens(pointer)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, token)) return false;
    found = Reflect.get(found, token);
  }
  return true;
}

const pointerTokens = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The member or element that the tokens lead to, or the last one on the way that is there. */
function nodeAt(root: Node | undefined, tokens: readonly string[]): Node | undefined {
  let found = root;
  for (const token of tokens) {
    const holder = found?.type === 'property' ? found.children?.[1] : found;
    const next =
      holder?.type === 'array'
        ? holder.children?.[Number(token)]
        : holder?.children?.find((each) => keyOf(each) === token);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

const keyOf = (node: Node): unknown => (node.type === 'property' ? node.children?.[0]?.value : undefined);

type Position = (offset: number) => { readonly line: number; readonly column: number };

function positionsOf(text: string): Position {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: { length } }) => index + length)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function regionOf(node: Node | undefined, position: Position): Region {
  const start = position(node?.offset ?? 0);
  const end = position((node?.offset ?? 0) + (node?.length ?? 0));
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

type BadMember = { readonly offset: number; readonly message: string };

/** Of two members of one name parsers keep one and say nothing, and `__proto__` is no plain member in JavaScript. */
function badMembers(node: Node): readonly BadMember[] {
  const keys = (node.type === 'object' ? (node.children ?? []) : []).map(keyOf);
  return (node.children ?? []).flatMap((child, index) => {
    const key = keys[index];
    const message =
      key === '__proto__'
        ? 'a member must not be named "__proto__"'
        : key !== undefined && keys.indexOf(key) < index
          ? `the member "${String(key)}" is there twice: remove one`
          : undefined;
    return [...(message === undefined ? [] : [{ offset: child.offset, message }]), ...badMembers(child)];
  });
}

const syntaxMessages: { readonly [code: string]: string } = {
  InvalidSymbol: 'expected a JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'expected a member name in double quotes (no comma stands before a closing brace)',
  ValueExpected: 'expected a value (no comma stands before a closing bracket)',
  ColonExpected: 'expected a colon',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a closing brace: }',
  CloseBracketExpected: 'expected a closing bracket: ]',
  EndOfFileExpected: 'expected the end of the file: one JSON value a file',
  InvalidCommentToken: 'comments are for the config file: this file is plain JSON',
  UnexpectedEndOfComment: 'this comment has no end',
  UnexpectedEndOfString: 'this string has no end',
  UnexpectedEndOfNumber: 'this number has no end',
  InvalidUnicode: 'expected four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'JSON has no such escape in a string',
  InvalidCharacter: 'a control character in a string is written as an escape, such as \\n',
};

const syntaxMessage = (error: ParseError | undefined): string =>
  (error && syntaxMessages[printParseErrorCode(error.error)]) ?? 'this is no JSON';

const readProblems: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder: name a file, or a pattern such as folder/*.json',
  EACCES: 'no permission to read this file',
};

const whyUnread = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return readProblems[code] ?? `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
};
