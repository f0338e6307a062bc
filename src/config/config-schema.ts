import { z } from 'zod';
import { capabilities } from '../catalogue/facts/common.ts';
import { Match } from '../rules/match.ts';
import { members } from '../rules/schema-faults.ts';
import { severities } from '../severity.ts';

const text = z.string().min(1);
const AccountId = z.string().regex(/^[0-9]{12}$/, 'expected an account id: 12 digits, in quotes');
const texts = z.array(text);

const Parameters = z.record(text, z.unknown());

const RuleEntry = z.union(
  [
    z.enum(['off', ...severities]),
    members({
      severity: z.enum(severities).exactOptional(),
      parameters: Parameters.exactOptional(),
      overrides: z
        .array(members({ match: Match, parameters: Parameters }))
        .describe('Other parameters for targets that match; a later one goes before an earlier one.')
        .exactOptional(),
    }),
  ],
  { error: `expected "off", a severity (${severities.join(', ')}), or { severity?, parameters?, overrides? }` },
);

const [first, ...others] = capabilities;
const Capabilities = members({
  [first]: z.boolean().exactOptional(),
  ...Object.fromEntries(others.map((name) => [name, z.boolean().exactOptional()])),
});

/** Two accounts of one name would share their findings, and an id in a name would be shown. */
function aliasFaults(aliases: { readonly [accountId: string]: string }): readonly (readonly [string, string])[] {
  const owners = new Map<string, string>();
  return Object.entries(aliases).flatMap(([accountId, alias]): (readonly [string, string])[] => {
    const other = owners.get(alias);
    owners.set(alias, accountId);
    if (/\d{12}/.test(alias)) return [[accountId, 'an alias must not hold an account id']];
    return other === undefined ? [] : [[accountId, `"${alias}" is the alias of ${other}, too: give each its own`]];
  });
}

/** `backuplint.json`: docs/config.md. */
export const ConfigFile = members({
  $schema: z.string().exactOptional(),
  extends: texts.describe("Presets, and other config files: paths relative to this file's folder.").exactOptional(),
  rules: z.record(text, RuleEntry).describe('By id or name.').exactOptional(),
  ruleFiles: texts.describe("Own rules: paths or patterns, relative to this file's folder.").exactOptional(),
  resourceTypes: z.record(text, Capabilities).exactOptional(),
  waivers: text.describe("The waivers: a path, relative to this file's folder.").exactOptional(),
  maxWaiverDays: z
    .int()
    .min(1)
    .describe('The longest term of a waiver, from the moment that is judged for.')
    .exactOptional(),
  accountAliases: z
    .record(z.string().regex(/^[0-9]{12}$/, 'expected an account id: 12 digits'), text)
    .superRefine((aliases, context) => {
      for (const [path, message] of aliasFaults(aliases)) context.addIssue({ code: 'custom', path: [path], message });
    })
    .describe('What --redact shows in place of account ids.')
    .exactOptional(),
  scope: members({
    regions: texts.exactOptional(),
    accounts: z.array(AccountId).exactOptional(),
    roleName: text.exactOptional(),
    copyAccounts: z.array(AccountId).describe('Accounts that may hold copies.').exactOptional(),
  }).exactOptional(),
  failOn: z.enum([...severities, 'never']).exactOptional(),
  category: text.exactOptional(),
}).describe('The config of backuplint.');

export type Config = z.infer<typeof ConfigFile>;
