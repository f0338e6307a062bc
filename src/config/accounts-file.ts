import { resolve } from 'node:path';
import { z } from 'zod';
import { type Fault, faultsError, UsageError } from '../errors.ts';
import { faultAt, type JsonFile, pointerOf, readJsonFile } from '../json-file.ts';
import { members, schemaFaults } from '../rules/schema-faults.ts';

/** An account to read; what is undefined is as the flags say. */
export type ListedAccount = {
  readonly accountId: string;
  readonly name: string | undefined;
  /** `all`: those that the account has enabled. */
  readonly regions: readonly string[] | 'all' | undefined;
  /** The ARN of the role that reads in it. */
  readonly role: string | undefined;
  readonly externalId: string | undefined;
};

const text = z.string().min(1);
const AccountId = z.string().regex(/^\d{12}$/, 'expected an account id: 12 digits, in quotes');
const Region = z.string().regex(/^(all|[a-z]{2,5}(-[a-z]+)+-\d{1,2})$/, 'expected a Region such as eu-west-1, or all');
const roleArn = 'expected the ARN of one role, such as arn:aws:iam::111122223333:role/backuplint-read';
const Role = z.string().regex(/^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/, roleArn);

/** The form of c7n-org (its CONFIG_SCHEMA), as far as it is about accounts of AWS; what else it says of one is passed over. */
const AccountsFile = members({
  accounts: z
    .array(
      members({
        account_id: AccountId,
        name: text.exactOptional(),
        regions: z.array(Region).exactOptional(),
        role: Role.exactOptional(),
        external_id: text.exactOptional(),
        tags: z.array(z.string()).exactOptional(),
        vars: z.record(z.string(), z.unknown()).exactOptional(),
        display_name: z.string().exactOptional(),
        email: z.string().exactOptional(),
        org_id: z.string().exactOptional(),
      }),
    )
    .min(1),
  vars: z.record(z.string(), z.unknown()).exactOptional(),
});

type Entry = z.infer<typeof AccountsFile>['accounts'][number];

/** The accounts of `--accounts-file`; `roleName` is what --role-name says of those that name no role. */
export async function loadAccountsFile(
  path: string,
  { cwd, roleName }: { readonly cwd: string; readonly roleName: string | undefined },
): Promise<readonly ListedAccount[]> {
  const yaml = /\.ya?ml$/i.test(path);
  if (yaml) throw new UsageError(`${path}: expected JSON: convert it, e.g. yq -o=json ${path} > accounts.json`);
  const json = await readJsonFile(resolve(cwd, path));
  if (json.faults.length > 0) throw faultsError(json.faults);
  const { data, error } = AccountsFile.safeParse(json.value);
  if (data === undefined) throw faultsError(schemaFaults(json, error));
  const faults = data.accounts.flatMap((entry, index) => entryFaults(json, data.accounts, { entry, index, roleName }));
  if (faults.length > 0) throw faultsError(faults);
  return data.accounts.map(listedAccount);
}

type Position = { readonly entry: Entry; readonly index: number; readonly roleName: string | undefined };

function entryFaults(json: JsonFile, all: readonly Entry[], { entry, index, roleName }: Position): readonly Fault[] {
  const { account_id: id, role, regions = [] } = entry;
  const at = (member: string, isWrong: boolean, message: string) =>
    isWrong ? [faultAt(json, pointerOf(['accounts', index, member]), message)] : [];
  return [
    ...at('account_id', all.findIndex((each) => each.account_id === id) < index, `account ${id} is there twice`),
    ...at('account_id', role === undefined && roleName === undefined, `no role for ${id}: add "role", or --role-name`),
    ...at('role', role !== undefined && role.split(':')[4] !== id, `the role is of another account than ${id}`),
    ...at('regions', regions.includes('all') && regions.length > 1, '"all" stands for every Region: name no other'),
  ];
}

const listedAccount = ({ account_id, name, regions, role, external_id }: Entry): ListedAccount => ({
  accountId: account_id,
  name,
  regions: regions?.length === 0 ? undefined : regions?.includes('all') ? 'all' : regions,
  role,
  externalId: external_id,
});
