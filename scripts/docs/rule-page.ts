import { compactJson } from '../../src/commands/compact-json.ts';
import type { Example } from '../../src/commands/explain-example.ts';
import { factMeaning } from '../../src/commands/explain-facts.ts';
import { operationUses } from '../../src/commands/explain-operations.ts';
import { factsOf } from '../../src/rules/demand.ts';
import type { Rule } from '../../src/rules/rule.ts';

export type PageSubject = {
  readonly rule: Rule;
  readonly presets: readonly string[];
  readonly examples: readonly Example[];
};

/** What people write; the rest of a page is made from the rule and its tests. */
export const writtenSections = ['How to fix', 'What it cannot see'] as const;
const toWrite = 'To be written.';

/** The page of a rule; `page` is the one that is there, whose written sections are kept. */
export function rulePage(subject: PageSubject, page: string): string {
  const { rule } = subject;
  const [fix, blind] = writtenSections.map((title) => writtenIn(page, title));
  const parts = [
    `# ${rule.id} ${rule.name}`,
    '<!-- Made from the rule and its tests, but for "How to fix" and "What it cannot see": UPDATE_DOCS=1 npm test -- test/docs -->',
    rule.title,
    factsAbout(subject),
    section('Why', rule.description),
    section('What it asks', asked(rule)),
    section('Parameters', parameters(rule)),
    section('Examples', examples(subject)),
    `## How to fix\n\n${rule.remediation}\n\n${fix ?? toWrite}`,
    section('What it cannot see', blind ?? toWrite),
    section('What it reads', reads(rule)),
    section('Related requirements', requirements(rule)),
    section('References', (rule.references ?? []).map((url) => `- <${url}>`).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The text of a section below its first paragraph, if that is the rule's own remediation. */
export function writtenIn(page: string, title: (typeof writtenSections)[number]): string | undefined {
  const [, text] = page.split(`\n## ${title}\n\n`);
  const body = text?.split(/\n## /)[0]?.trim();
  if (body === undefined || body === '') return undefined;
  return title === 'How to fix' ? body.split('\n\n').slice(1).join('\n\n') || undefined : body;
}

const section = (title: string, text: string): string => (text === '' ? '' : `## ${title}\n\n${text}`);

const factsAbout = ({ rule, presets }: PageSubject): string =>
  table(
    ['target', 'severity', 'presets'],
    [[[rule.target].flat().join(', '), rule.severity, presets.join(', ') || 'none']],
  );

function asked(rule: Rule): string {
  const { facts = {}, when, require } = rule;
  return [
    when === undefined ? '' : `It concerns a target when\n\n${json(when)}`,
    `It requires\n\n${json(require)}`,
    ...(Object.keys(facts).length === 0 ? [] : [`where\n\n${json(facts)}`]),
    factsOf(rule)
      .map((name) => `- \`${name}\`${factMeaning(name) === '' ? '' : `: ${factMeaning(name)}`}`)
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const json = (value: unknown): string => `\`\`\`json\n${compactJson(value, 110)}\n\`\`\``;

const parameters = ({ parameters: all = {} }: Rule): string =>
  table(
    ['parameter', 'default', 'what it is'],
    Object.entries(all).map(([name, { default: usual, description }]) => [
      `\`${name}\``,
      `\`${JSON.stringify(usual)}\``,
      description,
    ]),
  );

const outcomeWords = {
  pass: 'Passes',
  fail: 'Fails',
  unknown: 'Is unknown',
  notApplicable: 'Does not concern',
} as const;

const examples = ({ examples: all }: PageSubject): string =>
  all
    .map(({ outcome, name, records, message }) =>
      [
        `${outcomeWords[outcome]}: ${name}.`,
        `\`\`\`json\n${records.map((record) => compactJson(record, 110)).join('\n')}\n\`\`\``,
        ...(message === undefined ? [] : [`> ${message}`]),
      ].join('\n\n'),
    )
    .join('\n\n');

const reads = (rule: Rule): string =>
  table(
    ['operation', 'for'],
    operationUses({ rule }).map(({ operation, uses }) => [operation, uses.join(', ')]),
  ) || 'Nothing of its own.';

const requirements = ({ frameworks = {}, equivalents = [] }: Rule): string =>
  [
    table(
      ['framework', 'requirement', 'basis'],
      Object.entries(frameworks).flatMap(([name, all]) => all.map(({ id, basis }) => [name, id, basis])),
    ),
    equivalents.length === 0 ? '' : `The like of it: ${equivalents.map((each) => `\`${each}\``).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
