import type { Config } from './config/config-schema.ts';

/** Whom a live command reads, where, as whom, and how fast. */
export type LiveOptions = {
  readonly profile: string | undefined;
  /** `all`: those that each account has enabled. Undefined: the Region of the AWS SDK. */
  readonly regions: readonly string[] | 'all' | undefined;
  /** Undefined: those of `org` or `accountsFile`, else the caller's own. */
  readonly accounts: readonly string[] | undefined;
  readonly roleName: string | undefined;
  readonly externalId: string | undefined;
  readonly org: boolean;
  readonly accountsFile: string | undefined;
  /** By AWS's names; times as ISO-8601 UTC. */
  readonly filters: { readonly [name: string]: string };
  /** Scopes read at once. */
  readonly concurrency: number;
  /** The part of AWS's rates to use. */
  readonly rateShare: number;
};

/** What the flags wish, over the `scope` of the config. */
export type LiveWish = (scope: Config['scope']) => LiveOptions;

export type LiveSource = {
  readonly live: LiveWish;
  /** Whether to show how far a reading is. */
  readonly isWatched: boolean;
};
