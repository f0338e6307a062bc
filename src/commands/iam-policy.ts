import { UsageError } from '../errors.ts';
import { namedAccounts } from '../live-accounts.ts';
import { notesTo } from '../output/notes.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { demandOf } from '../rules/demand.ts';
import { requireRules, rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { policyFormats } from './iam-policy-formats.ts';
import { type PolicyStatements, policyStatements } from './iam-policy-statements.ts';
import { liveOptions } from './live-options.ts';
import { noteOptions } from './note-options.ts';
import { oneFormat } from './one-format.ts';
import { ruleOptions } from './scan-options.ts';

/** From the same list that a live scan calls: no more than that, no less. */
export const iamPolicy: Command = {
  name: 'iam-policy',
  takes: [],
  describe: 'Prints the least-privilege IAM policy that reads what the rules in force need.',
  flags: [
    ...flagsOfGroup('Common', 'Rules'),
    ...(['region', 'account', 'role-name', 'external-id', 'org', 'accounts-file', 'format'] as const),
  ],
  formats: 'json, cloudformation or terraform, to stdout; else json',
  examples: [
    { line: 'iam-policy', does: 'for the rules of backuplint.json, else the recommended ones' },
    { line: 'iam-policy --rule BKP301 -f terraform', does: 'for one rule, as Terraform' },
    {
      line: 'iam-policy --org --role-name backuplint-read --region all',
      does: 'also what finding the accounts and their Regions takes',
    },
  ],
  run: async ({ given, io }) => {
    const format = oneFormat(given, 'iam-policy', ['json', 'cloudformation', 'terraform']);
    const inForce = await rulesInForce(ruleOptions(given), io.cwd);
    requireRules(inForce);
    const live = liveOptions(given, inForce.config?.scope);
    const demand = demandOf(inForce.rules);
    if (demand.length === 0) throw nothingNeeded(inForce.rules.map(({ rule }) => rule.id));
    const accounts = await namedAccounts(live, io.cwd);
    const statements = policyStatements(demand, { ...live, accounts, home: io.env.AWS_REGION });
    await writeStdout(io, [policyFormats[format](statements)]);
    tellApart(statements, notesTo(io, noteOptions(given)).note);
    return 0;
  },
};

/** IAM has no statement without an action. */
const nothingNeeded = (ids: readonly string[]): UsageError =>
  new UsageError(
    `no operation is needed by what is in force (${ids.join(', ')}), so there is nothing to allow; ` +
      'choose other rules with --preset or --rule',
  );

function tellApart({ reader, caller }: PolicyStatements, note: (line: string) => void): void {
  if (caller.length === 0) return;
  const sids = (statements: PolicyStatements['reader']) => statements.map(({ Sid }) => Sid).join(' and ');
  note(
    `${sids(reader)} is for the role that reads in each account, and for the caller if its own is among them: no role is taken there`,
  );
  note(`${sids(caller)}: for the caller, who assumes that role; the role does not need it`);
}
