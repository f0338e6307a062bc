import type { BackupClient } from '@aws-sdk/client-backup';
import type { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Operation } from '../catalogue/operations.ts';
import type { JsonObject } from '../inventory/parse-json.ts';
import type { Fields, Scope } from '../inventory/record.ts';

/** The clients of one scope, and what each call is sent with. */
export type Aws = {
  readonly backup: BackupClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
  readonly options: { readonly abortSignal: AbortSignal };
};

/** One call: what is asked, of whom. */
export type Call = (ask: Ask, aws: Aws) => Promise<object>;

/** Filters by AWS's names; times as ISO-8601. */
export type Filters = { readonly [name: string]: string };

/** What one call asks. */
export type Ask = {
  readonly scope: Scope;
  /** The record that it is called for; without fields where it is called for the scope. */
  readonly about: Fields;
  readonly filters: Filters;
  /** Where the last page ended. */
  readonly token: string | undefined;
};

/** One operation, as data: how it is called and where its answer holds the records. */
export type Collector = {
  readonly operation: Operation;
  readonly call: Call;
  /** The member that holds the list, or the one record; without it the answer itself is the record. */
  readonly member?: string;
  /** Where the token of the next page stands, and with it that this is a list. */
  readonly nextToken?: 'NextToken' | 'PaginationToken';
  /** A second list that the first one leaves out. */
  readonly also?: Call;
  /** From an item of the answer to AWS's fields of the record, where it does not hold them as they are. */
  readonly fields?: (item: JsonObject) => JsonObject;
  /** It tells the whole record: what the list said besides is the same in other words. */
  readonly replaces?: true;
  /** Errors by which AWS says that there is none. */
  readonly none?: readonly string[];
  /** Records of which the list has told all already: they count as read. */
  readonly needless?: (about: Fields) => boolean;
  /** Records that AWS lets this account ask about; of others it stays unread. */
  readonly allowed?: (about: Fields, scope: Scope) => boolean;
};

/** What a command takes as `string | undefined`: AWS gives it in every list, and says so itself where it is missing. */
export const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};

export const dateOf = (filters: Filters, name: string): Date | undefined => {
  const value = filters[name];
  return value === undefined ? undefined : new Date(value);
};
