import { type Fault, UsageError } from '../errors.ts';
import { type Checked, type CheckOptions, check } from './check.ts';
import { type NamedFile, namedFiles } from './named-files.ts';

export type Where = Pick<CheckOptions, 'config' | 'cwd' | 'asOf'>;

/** What is named, and all that a config among it names in turn; without a name the config here. */
export async function checkNamed(words: readonly string[], where: Where): Promise<Checked> {
  if (words.length === 0) return checkConfig(where);
  const named = await namedFiles(words, where.cwd);
  if (named.length === 0) throw new UsageError(`no config, rule or waivers in ${words.join(', ')}`);
  const besides = { ruleFiles: filesOf(named, 'rule'), waiverFiles: filesOf(named, 'waivers') };
  const configs = filesOf(named, 'config');
  const checked =
    configs.length === 0
      ? [onlyOf(named, await check({ ...where, ...besides }))]
      : await Promise.all(configs.map((config) => check({ ...where, ...besides, config })));
  return together([...withoutBases(checked, configs), unreadable(named)]);
}

async function checkConfig(where: Where): Promise<Checked> {
  const checked = await check({ ...where, ruleFiles: [], waiverFiles: [] });
  if (checked.files.length > 0) return checked;
  throw new UsageError('there is no backuplint.json here: name files or folders to check');
}

const filesOf = (named: readonly NamedFile[], kind: NamedFile['kind']): readonly string[] =>
  named.filter((each) => each.kind === kind).map(({ json }) => json.file);

/** The config here tells what is known; what is wrong with it is not what was asked for. */
function onlyOf(named: readonly NamedFile[], { faults, warnings }: Checked): Checked {
  const files = named.map(({ json }) => json.file);
  const isNamed = ({ file }: Fault): boolean => files.includes(file);
  return { files, faults: faults.filter(isNamed), warnings: warnings.filter(isNamed) };
}

/** A config that another one extends need not be whole by itself. */
function withoutBases(checked: readonly Checked[], configs: readonly string[]): readonly Checked[] {
  const extend = (one: Checked | undefined, config: string | undefined): boolean =>
    config !== undefined && one?.files.includes(config) === true;
  // Of two that extend each other, which is refused, both are told.
  const isBase = (at: number, by: number): boolean =>
    at !== by && extend(checked[by], configs[at]) && !extend(checked[at], configs[by]);
  return checked.filter((_, at) => !checked.some((_other, by) => isBase(at, by)));
}

/** What is no JSON may be anything. */
function unreadable(named: readonly NamedFile[]): Checked {
  const broken = named.filter(({ kind }) => kind === undefined).map(({ json }) => json);
  return { files: broken.map(({ file }) => file), faults: broken.flatMap(({ faults }) => faults), warnings: [] };
}

/** Each file, fault and warning once, as one reads the files. */
function together(checked: readonly Checked[]): Checked {
  return {
    files: [...new Set(checked.flatMap(({ files }) => files))],
    faults: checked.flatMap(({ faults }) => faults),
    warnings: checked.flatMap(({ warnings }) => warnings),
  };
}
