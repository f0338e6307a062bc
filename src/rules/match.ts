import { z } from 'zod';
import { kindSpec } from '../catalogue/kinds.ts';
import type { Operation } from '../catalogue/operations.ts';
import { kindFact } from './kind-fact.ts';
import type { Rule } from './rule.ts';
import { members } from './schema-faults.ts';

const text = z.string().min(1);
const Patterns = z.union([text, z.array(text).min(1)], { error: 'expected a pattern, or a list of patterns' });

/** What picks things out: patterns of IAM or lists of them, and each member must match. */
export const Match = members({
  id: Patterns.describe('The ARN of the target, or its id where AWS gives it none.').exactOptional(),
  vault: Patterns.describe('Name or ARN.').exactOptional(),
  resourceType: Patterns.exactOptional(),
  accountId: Patterns.exactOptional(),
  region: Patterns.exactOptional(),
  tags: z.record(text, Patterns).exactOptional(),
});
export type Match = z.infer<typeof Match>;
export type MatchMember = keyof Match;

/** The facts that each member goes by: the first that a kind has. */
const facts: { readonly [member in MatchMember]: readonly string[] } = {
  id: [],
  vault: ['BackupVaultArn', 'SourceBackupVaultArn', 'vaultArn'],
  resourceType: ['ResourceType'],
  accountId: ['accountId'],
  region: ['region'],
  tags: ['tags'],
};

/** The fact of a kind that a member goes by; undefined where things of that kind have no such thing, or it is their id. */
export function factOfMember(kind: string, member: MatchMember): string | undefined {
  const spec = kindSpec(kind);
  return facts[member].find((name) => spec !== undefined && kindFact(spec, name) !== undefined);
}

export const membersOf = (match: Match): readonly MatchMember[] =>
  memberNames.filter((member) => match[member] !== undefined);

const memberNames: readonly MatchMember[] = ['id', 'vault', 'resourceType', 'accountId', 'region', 'tags'];

const kindsOf = ({ target }: Rule): readonly string[] => [target].flat();

/** What must be read of a rule's targets to tell which of them match. */
export const matchOperations = (rule: Rule, match: Match): readonly Operation[] =>
  kindsOf(rule).flatMap((kind) => membersOf(match).flatMap((member) => operationsOf(kind, member)));

function operationsOf(kind: string, member: MatchMember): readonly Operation[] {
  const [spec, fact] = [kindSpec(kind), factOfMember(kind, member)];
  return (spec !== undefined && fact !== undefined && kindFact(spec, fact)?.operations(undefined)) || [];
}

/** It would pick out everything. */
export const isEmpty = (match: Match): boolean =>
  membersOf(match).every((member) => member === 'tags' && Object.keys(match.tags ?? {}).length === 0);

export const emptyMatch = `an empty match: name one of ${memberNames.join(', ')}`;

/** Why a match picks out none of a rule's targets, or does not choose among them; undefined where it may. */
export function matchFault(
  rule: Rule,
  match: Match,
): readonly [member: MatchMember | undefined, why: string] | undefined {
  if (isEmpty(match)) return [undefined, emptyMatch];
  const lacking = membersOf(match).find((member) => !kindsOf(rule).some((kind) => hasMember(kind, member)));
  if (lacking === undefined) return undefined;
  return [lacking, `"${lacking}" never matches: a ${kindsOf(rule).join(' or ')}, which ${rule.id} judges, has none`];
}

const hasMember = (kind: string, member: MatchMember): boolean =>
  member === 'id' || factOfMember(kind, member) !== undefined;
