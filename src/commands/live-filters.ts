import { z } from 'zod';
import { parseArn } from '../arn.ts';
import { UsageError } from '../errors.ts';
import { isAccountId } from '../inventory/scope.ts';
import { knownName } from './known-name.ts';

/** Filters of the AWS operations that list recovery points and restore jobs, by name. */
export type LiveFilters = { readonly [name: string]: string };

/** Gives a value the way it is sent to AWS; undefined where AWS would refuse it, or read it as another one. */
type Form = { readonly expected: string; readonly read: (text: string) => string | undefined };

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

const Moment = z.iso.datetime({ offset: true });

const arn: Form = { expected: 'an ARN', read: (text) => (parseArn(text) === undefined ? undefined : text) };
const account: Form = { expected: 'an account id: 12 digits', read: (text) => (isAccountId(text) ? text : undefined) };
const resourceType: Form = { expected: 'a type such as EBS', read: matching(/^[A-Za-z0-9_.-]{1,50}$/) };
const planId: Form = { expected: 'the id of a backup plan', read: matching(/^\S+$/) };
/** The enum of ListRestoreJobs. */
const statuses = ['PENDING', 'RUNNING', 'COMPLETED', 'ABORTED', 'FAILED'];
const status: Form = {
  expected: `one of ${statuses.join(', ')}`,
  read: (text) => (statuses.includes(text) ? text : undefined),
};
/** A date without its offset could be half a day off. */
const date: Form = {
  expected: 'an ISO-8601 time with its offset, e.g. 2026-11-20T06:00:00Z',
  read: (text) => {
    const moment = Moment.safeParse(text).data;
    return moment === undefined ? undefined : new Date(moment).toISOString();
  },
};

/** Those of ListRecoveryPointsByBackupVault and ListRestoreJobs; a name that both have is for both. */
const forms = {
  ByResourceArn: arn,
  ByResourceType: resourceType,
  ByBackupPlanId: planId,
  ByCreatedBefore: date,
  ByCreatedAfter: date,
  ByParentRecoveryPointArn: arn,
  BackupVaultAccountId: account,
  ByAccountId: account,
  ByStatus: status,
  ByCompleteBefore: date,
  ByCompleteAfter: date,
  ByRestoreTestingPlanArn: arn,
} as const satisfies { readonly [name: string]: Form };

const filterNames = Object.keys(forms).filter((name): name is keyof typeof forms => Object.hasOwn(forms, name));

/** What `--filter NAME=VALUE…` asks for. */
export function liveFilters(pairs: readonly string[]): LiveFilters {
  const filters = new Map<string, string>();
  for (const pair of pairs) {
    const [name, value] = parsePair(pair);
    if (filters.has(name)) throw new UsageError(`--filter ${name} is given twice; AWS takes one value of each`);
    filters.set(name, value);
  }
  return Object.fromEntries(filters);
}

function parsePair(pair: string): readonly [name: string, value: string] {
  const equals = pair.indexOf('=');
  const name = knownName('filter', equals < 0 ? pair : pair.slice(0, equals), filterNames);
  const { expected, read } = forms[name];
  const value = equals < 0 ? undefined : read(pair.slice(equals + 1));
  if (value === undefined) throw new UsageError(`--filter ${pair}: expected ${name}= and ${expected}`);
  return [name, value];
}
