import { shortPaths } from '../output/short-paths.ts';
import { table } from '../reporters/pretty/table.ts';
import { wrap } from '../reporters/pretty/wrap.ts';
import { factsOf, operationsOf } from '../rules/demand.ts';
import type { ActiveRule, LoadedRule } from '../rules/rule.ts';
import { compactJson } from './compact-json.ts';

export type Subject = {
  readonly loaded: LoadedRule;
  readonly presets: readonly string[];
  /** Undefined where the rule is not in force. */
  readonly active: ActiveRule | undefined;
  readonly cwd: string;
};

/** What there is to know of a rule, in pieces of text. */
export function* explanation(subject: Subject, width: number): Generator<string> {
  const { loaded } = subject;
  const { rule } = loaded;
  const prose = (text: string) => wrap(text, width, '  ');
  const rows = (cells: readonly (readonly string[])[]) => table(cells, width, '  ');
  const json = (value: unknown) => [`  ${compactJson(value, width, '  ')}`];
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? '' : block([title, ...lines]));
  yield block([`${rule.id} ${rule.name}`, ...wrap(rule.title, width)]);
  yield block(rows(factsAbout(subject)).map((line) => line.slice(2)));
  yield section('Why', prose(rule.description));
  yield section('Parameters', parameterLines(subject, width));
  yield section('Facts it asks for', prose(factsOf(rule).join(', ')));
  yield section('Operations of AWS Backup it needs', prose(operationsOf(rule).join(', ') || 'none of its own'));
  if (rule.when !== undefined) yield section('It concerns a target when', json(rule.when));
  yield section('It requires', json(rule.require));
  yield section('What to do', prose(rule.remediation));
  yield section(
    'References',
    (rule.references ?? []).map((url) => `  ${url}`),
  );
}

const block = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`;

function factsAbout({ loaded: { rule, origin, file }, presets, active, cwd }: Subject) {
  const changed = active !== undefined && active.severity !== rule.severity;
  return [
    ['Target', [rule.target].flat().join(', ')],
    ['Severity', changed ? `${active.severity} (by the config; else ${rule.severity})` : rule.severity],
    ['From', origin === 'shipped' ? 'backuplint' : shortPaths(file, cwd)],
    ['Presets', presets.join(', ') || 'none'],
    ['In force', active === undefined ? 'no' : 'yes'],
  ];
}

function parameterLines({ loaded: { rule }, active }: Subject, width: number): readonly string[] {
  return Object.entries(rule.parameters ?? {}).flatMap(([name, { default: usual, description }]) => {
    const value = JSON.stringify(active?.parameters[name] ?? usual);
    const origin = value === JSON.stringify(usual) ? 'the default' : `by the config; else ${JSON.stringify(usual)}`;
    return [`  ${name} ${value} (${origin})`, ...wrap(description, width, '    ')];
  });
}
