import type { FactSpec, RelationTable } from '../../src/catalogue/fact.ts';
import type { FieldType } from '../../src/catalogue/field.ts';
import { type KindSpec, kindNames, kindSpec } from '../../src/catalogue/kinds.ts';
import { operations } from '../../src/catalogue/operations.ts';

/** docs/facts.md, from the catalogue that rules are checked against: the page cannot say what the tool does not do. */
export function factsPage(): string {
  const sections = kindNames.map((name) => kindSection(name, kindSpec(name)));
  return `${[intro, functionsTable, ...sections, horizons()].join('\n\n')}\n`;
}

const intro = `# Facts

Generated from the catalogue; do not edit. A rule may ask its target, and in a \`where\` the related record, for the facts
of its kind. *Total* facts always have a value, so a negative operator needs no guard; others may be absent. Any fact is
*unknown* where what it is read from was not read, and a field is unknown where AWS always fills it and it is missing.
An AWS value that this version does not know makes a condition on it unknown, unless the rule names that very value.
Times are ISO-8601 UTC; \`ageDays\` and its like are fractions of days.`;

const functionsTable = `## Functions

| function | params | value |
|---|---|---|
| \`count\` | \`of\`, \`where\`? | how many records |
| \`distinct\` | \`of\`, \`where\`?, \`fact\` | how many different values; of a list of facts, combinations |
| \`values\` | \`of\`, \`where\`?, \`fact\` | the different values, sorted, lists flattened |
| \`min\` \`max\` \`sum\` | \`of\`, \`where\`?, \`fact\` | a number; of nothing Infinity, −Infinity, 0 |
| \`newest\` | \`of\`, \`where\`?, \`fact\`?, \`take\`? | the newest record by \`date\`, or its fact; with \`take\` a list |
| \`days\` \`hours\` \`minutes\` | \`from\`, \`to\`? | from one date to another, by default to asOf; absent if either is |
| \`plus\` \`times\` | \`of\`: two numbers or references | absent if either is |

Beside these every rule may ask for \`parameters\` (with a path), \`asOf\`, and in a \`where\` for \`target\`.`;

function kindSection(name: string, spec: KindSpec | undefined): string {
  if (spec === undefined) return '';
  const parts = [
    `## ${name}`,
    `Found by: ${list(spec.operations) || 'the inventory itself'}.${spec.relatedOnly ? ' No target: a rule reaches it through a relation.' : ''}`,
    table(['fact', 'type', 'total', 'needs also', 'meaning'], Object.entries(spec.facts).map(factRow)),
    relationTable('To-one relation', spec.toOne),
    relationTable('To-many relation', spec.toMany),
    fieldTable(spec),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const factRow = ([name, fact]: readonly [string, FactSpec]): readonly string[] => [
  `\`${name}\``,
  `${typeText(fact.type)}${fact.unit === undefined ? '' : `, ${fact.unit}`}`,
  fact.total ? 'yes' : 'no',
  needs(fact),
  fact.description,
];

function needs({ operations: own = [], memberOperations = {} }: FactSpec): string {
  const members = Object.entries(memberOperations).map(([member, names]) => `${list(names)} for \`.${member}\``);
  return [list(own), ...members].filter((text) => text !== '').join('; ');
}

const relationTable = (title: string, relations: RelationTable): string =>
  table(
    [title, 'kind', 'needs also', 'meaning'],
    Object.entries(relations).map(([name, { to, operations: names, description }]) => [
      `\`${name}\``,
      to,
      list(names),
      description,
    ]),
  );

const fieldTable = ({ fields, alwaysFilled, readBy }: KindSpec): string =>
  table(
    ['AWS field', 'type', 'remark'],
    Object.entries(fields).map(([name, type]) => [
      `\`${name}\``,
      typeText(type),
      alwaysFilled.includes(name) ? 'always filled' : readBy[name] === undefined ? '' : `read by ${readBy[name]}`,
    ]),
  );

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const list = (names: readonly string[]): string => [...names].sort().join(', ');

function typeText(type: FieldType): string {
  switch (type.type) {
    case 'string':
      return type.values === undefined ? 'string' : type.values.map((value) => `\`${value}\``).join(', ');
    case 'list':
      return `list of ${typeText(type.of)}`;
    case 'map':
      return `map of ${typeText(type.of)}`;
    case 'object':
      return `object: ${Object.keys(type.fields).join(', ')}`;
    default:
      return type.type;
  }
}

function horizons(): string {
  const rows = Object.entries(operations).flatMap(([name, spec]) =>
    'horizon' in spec
      ? [
          [
            name,
            `${spec.horizon.days} days`,
            spec.horizon.documented ? 'documented by AWS' : 'assumed: AWS does not say',
          ],
        ]
      : [],
  );
  return `## How far back job lists go\n\n${table(['operation', 'horizon', 'basis'], rows)}`;
}
