import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Fault, formatFault } from '../../src/errors.ts';
import { readJsonFile } from '../../src/json-file.ts';
import { checkRule } from '../../src/rules/check-rule.ts';
import type { LoadedRule } from '../../src/rules/rule.ts';

/** Members of a rule file as JSON text; undefined leaves one out. */
export type Members = { readonly [name: string]: string | undefined };

const sound: Members = {
  id: '"ACME-1"',
  name: '"some-rule"',
  title: '"A title"',
  description: '"Why it matters."',
  target: '"recoveryPoint"',
  severity: '"low"',
  require: '{ "all": [{ "fact": "usable", "operator": "equal", "value": true }] }',
  message: '"{{target}} is not usable"',
  remediation: '"Mend it."',
};

/** A rule file, a member a line, sound but for what is given; `«id` marks the member `id`. */
export const ruleText = (members: Members = {}): string => {
  const given = Object.keys(members).map(withoutMarks);
  const kept = Object.entries(sound).filter(([name]) => !given.includes(name));
  const lines = [...kept, ...Object.entries(members)].filter(([, value]) => value !== undefined);
  const keys = lines.map(([name, value]) => `  ${name.startsWith('«') ? '«' : ''}"${withoutMarks(name)}": ${value}`);
  return `{\n${keys.join(',\n')}\n}\n`;
};

export const all = (...conditions: readonly string[]): string => `{ "all": [${conditions.join(', ')}] }`;
export const any = (...conditions: readonly string[]): string => `{ "any": [${conditions.join(', ')}] }`;

export const inTempFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'backuplint-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Each `«` in a text marks where a fault is expected: `line:column`, the marks themselves not counted. */
const marksIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) =>
    line
      .split('«')
      .slice(0, -1)
      .map((_, mark, parts) => `${index + 1}:${parts.slice(0, mark + 1).join('').length + 1}`),
  );

const withoutMarks = (text: string): string => text.replaceAll('«', '');

const spoken = (faults: readonly Fault[]): readonly string[] =>
  faults.map((fault) => formatFault({ ...fault, file: basename(fault.file) }));

/** What the checker says of a rule file, and the places that its marks name. */
export const checked = (text: string, origin: LoadedRule['origin'] = 'own') =>
  inTempFolder(async (folder) => {
    const file = join(folder, 'rule.json');
    await writeFile(file, withoutMarks(text));
    const { faults, warnings } = checkRule(await readJsonFile(file), origin);
    return { faults: spoken(faults), warnings: spoken(warnings), marks: marksIn(text) };
  });

export const at = (marks: readonly string[], messages: readonly string[]): readonly string[] =>
  messages.map((message, index) => `rule.json:${marks[index]}: ${message}`);
