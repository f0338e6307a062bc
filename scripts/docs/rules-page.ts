import type { Rule } from '../../src/rules/rule.ts';

export type PresetText = { readonly name: string; readonly description: string; readonly ids: readonly string[] };

const groups: readonly (readonly [hundred: string, title: string])[] = [
  ['0', 'Coverage and freshness'],
  ['1', 'Plans, schedules and retention'],
  ['2', 'Vaults, locks and keys'],
  ['3', 'Isolation and ransomware'],
  ['4', 'Restores and restore tests'],
  ['5', 'Governance and evidence'],
];

/** What is not a rule, with the reason; the ids are kept free. */
const leftOut: readonly (readonly [id: string, what: string, why: string])[] = [
  ['BKP209', 'The key of a vault is enabled and not about to be deleted', 'AWS KMS alone knows (`kms:DescribeKey`).'],
  [
    'BKP305',
    'An air-gapped vault is shared with a recovery account',
    'AWS RAM alone knows what is shared with whom; nobody but the owner can see it in AWS Backup.',
  ],
  [
    'BKP506',
    'The role of a backup selection exists, trusts AWS Backup and may not do everything',
    'IAM alone knows the role.',
  ],
  [
    'BKP413',
    'What a restore test left behind',
    'Each service alone knows whether the restored resource is still there.',
  ],
  [
    'BKP316',
    'No backup access point keeps a recovery point from expiring',
    'The operations came on 2026-08-06, after the API version that is read here.',
  ],
];

/** docs/rules/README.md, from the rules and presets. */
export const rulesPage = (rules: readonly Rule[], presets: readonly PresetText[]): string =>
  `${[intro(rules), presetTable(presets), ...groups.flatMap(([hundred, title]) => groupOf(hundred, title, rules, presets)), leftOutTable].join('\n\n')}\n`;

const intro = (rules: readonly Rule[]): string => `# Rules

Made from the rules; do not edit. ${rules.length} rules ship. Each page has why, what it asks exactly, parameters, examples that are the rule's tests, how
to fix it, what it cannot see, and the requirements it is related to. [What other tools check](parity.md) puts them beside theirs, [as Audit Manager judges](../audit-manager.md) is about its controls.
A rule enters or leaves a preset, or gets a stricter default, only in a major version; new rules start in \`all\`.`;

const presetTable = (presets: readonly PresetText[]): string =>
  [
    '| preset | rules | for |',
    '|---|---|---|',
    ...presets.map(({ name, ids, description }) => `| \`${name}\` | ${ids.length} | ${description} |`),
  ].join('\n');

function groupOf(
  hundred: string,
  title: string,
  rules: readonly Rule[],
  presets: readonly PresetText[],
): readonly string[] {
  const own = rules.filter(({ id }) => id.startsWith(`BKP${hundred}`));
  if (own.length === 0) return [];
  const rows = own.map(({ id, name, title: asks, severity }) => {
    const names = presets.filter((each) => each.name !== 'all' && each.ids.includes(id)).map((each) => each.name);
    return `| [${id}](${id}.md) | \`${name}\` | ${asks} | ${severity} | ${names.join(', ')} |`;
  });
  return [`## ${title}`, ['| id | name | asks | severity | presets |', '|---|---|---|---|---|', ...rows].join('\n')];
}

const leftOutTable = [
  '## Left out',
  'What these ask cannot be read from AWS Backup. A rule that guesses is worse than none.',
  [
    '| id | what | why not |',
    '|---|---|---|',
    ...leftOut.map(([id, what, why]) => `| ${id} | ${what} | ${why} |`),
  ].join('\n'),
].join('\n\n');
