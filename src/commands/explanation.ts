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

/** What there is to know of a rule. */
export function explanation(subject: Subject, width: number): string {
  const { rule } = subject.loaded;
  const prose = (text: string) => wrap(text, width, '  ');
  const json = (value: unknown) => (value === undefined ? [] : [`  ${compactJson(value, width, '  ')}`]);
  const links = (rule.references ?? []).map((url) => `  ${url}`);
  return [
    [`${rule.id} ${rule.name}`, ...wrap(rule.title, width)],
    table(factsAbout(subject), width, ''),
    section('Why', prose(rule.description)),
    section('Parameters', parameterLines(subject, width)),
    section('Facts it asks for', prose(factsOf(rule).join(', '))),
    section('Operations of AWS Backup it needs', prose(operationsOf(rule).join(', ') || 'none of its own')),
    section('It concerns a target when', json(rule.when)),
    section('It requires', json(rule.require)),
    section('What to do', prose(rule.remediation)),
    section('References', links),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines];

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
