import { shortPaths } from '../output/short-paths.ts';
import { matchText } from '../reporters/match-text.ts';
import { table } from '../reporters/pretty/table.ts';
import { wrap } from '../reporters/pretty/wrap.ts';
import { factsOf } from '../rules/demand.ts';
import type { ActiveRule, LoadedRule } from '../rules/rule.ts';
import { compactJson } from './compact-json.ts';
import type { Example } from './explain-example.ts';
import { factMeaning } from './explain-facts.ts';
import { operationUses } from './explain-operations.ts';

export type Subject = {
  readonly loaded: LoadedRule;
  readonly presets: readonly string[];
  /** Undefined where the rule is not in force. */
  readonly active: ActiveRule | undefined;
  readonly examples: readonly Example[];
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
    section('Facts it asks for', factLines(subject, width)),
    section('Operations of AWS Backup it needs', operationLines(subject, width)),
    section('It concerns a target when', json(rule.when)),
    section('It requires', json(rule.require)),
    section('What to do', prose(rule.remediation)),
    section('Examples, from its tests', exampleLines(subject, width)),
    section('Asked for by', frameworkLines(subject, width)),
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

function parameterLines(subject: Subject, width: number): readonly string[] {
  return [...valueLines(subject, width), ...overrideLines(subject, width)];
}

function valueLines({ loaded: { rule }, active }: Subject, width: number): readonly string[] {
  return Object.entries(rule.parameters ?? {}).flatMap(([name, { default: usual, description }]) => {
    const value = JSON.stringify(active?.parameters[name] ?? usual);
    const origin = value === JSON.stringify(usual) ? 'the default' : `by the config; else ${JSON.stringify(usual)}`;
    return [`  ${name} ${value} (${origin})`, ...wrap(description, width, '    ')];
  });
}

/** All that match apply, so that they stand in the order of the config. */
const overrideLines = ({ active }: Subject, width: number): readonly string[] =>
  (active?.overrides ?? []).flatMap(({ match, parameters }) => {
    const values = Object.entries(parameters).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
    return wrap(`${values.join(', ')} for ${matchText(match)} (by the config)`, width, '  ', '    ');
  });

/** A name and what there is to say of it, hanging. */
const entry = (name: string, text: string, width: number): readonly string[] =>
  wrap(text === '' ? name : `${name}: ${text}`, width, '  ', '      ');

const factLines = ({ loaded: { rule } }: Subject, width: number): readonly string[] =>
  factsOf(rule).flatMap((name) => entry(name, factMeaning(name), width));

function operationLines({ loaded, active }: Subject, width: number): readonly string[] {
  const lines = operationUses(active ?? loaded).flatMap(({ operation, uses }) =>
    entry(operation, uses.join(', '), width),
  );
  return lines.length === 0 ? ['  none of its own'] : lines;
}

/** What is there, what the rule says of it, and in which words. */
const exampleLines = ({ examples }: Subject, width: number): readonly string[] =>
  examples.flatMap(({ outcome, name, records, message }) => [
    ...entry(outcomeWords[outcome], name, width),
    ...records.map((record) => `    ${compactJson(record, width, '    ')}`),
    ...(message === undefined ? [] : wrap(`→ ${message}`, width, '    ', '      ')),
  ]);

const outcomeWords = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'is unknown',
  notApplicable: 'does not concern',
} as const;

/** What its authors read into a requirement is not what the requirement says. */
function frameworkLines({ loaded: { rule } }: Subject, width: number): readonly string[] {
  const frameworks = Object.entries(rule.frameworks ?? {}).flatMap(([name, requirements]) =>
    entry(name, requirements.map(({ id, basis }) => `${id} (${basis})`).join(', '), width),
  );
  const equivalents = rule.equivalents ?? [];
  return [...frameworks, ...(equivalents.length === 0 ? [] : entry('the like of it', equivalents.join(', '), width))];
}
