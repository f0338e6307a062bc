import { z } from 'zod';

const count = z.number().int().min(0);

/** How many resources it holds for, how many not, and of how many that cannot be told. */
const Tri = z.strictObject({ yes: count, no: count, unknown: count });

const Thing = {
  id: z.string(),
  name: z.string(),
  accountId: z.string().optional(),
  region: z.string().optional(),
};

/**
 * The protected resources of one type in one account, either `unknown` where it was not read. CloudFormation stacks are
 * left out: what is in them counts.
 */
const Cell = z.strictObject({
  accountId: z.string(),
  resourceType: z.string(),
  resources: count,
  /** Has a usable recovery point. */
  backedUp: Tri,
  /** Age of the newest usable point ÷ the age that is allowed: within it, up to twice, up to four times, more; `none`: no point. */
  age: z.strictObject({ onTime: count, late: count, veryLate: count, lost: count, none: count, unknown: count }),
  /** Has a usable point that lies in another Region, in another account, in a logically air-gapped vault, in a vault with a lock. */
  crossRegion: Tri,
  crossAccount: Tri,
  airGapped: Tri,
  locked: Tri,
  /**
   * A restore test that completed and was validated: within the days that are allowed, earlier, never as far as jobs tell.
   * AWS forgets them after about 30 days; older inventories remember.
   */
  restoreTested: z.strictObject({ recently: count, earlier: count, never: count, unknown: count }),
});

const AgedResource = z.strictObject({
  ...Thing,
  resourceType: z.string(),
  /** Of the newest usable point, 0 where a continuous backup runs; null: none. */
  ageHours: z.number().nullable(),
});

const DoubtfulResource = z.strictObject({
  ...Thing,
  resourceType: z.string(),
  /** Of the newest usable point that was seen: a newer one may lie where nobody looked. Null: none was seen. */
  seenHours: z.number().nullable(),
});

const TestedResource = z.strictObject({
  ...Thing,
  resourceType: z.string(),
  /** ISO-8601; null: never, as far as jobs tell. */
  lastSuccess: z.string().nullable(),
  /** From creation to completion of that restore job. */
  minutes: z.number().nullable(),
});

const Vault = z.strictObject({
  ...Thing,
  vaultType: z.string(),
  /** `unknown` where it was not read. */
  lockState: z.string(),
  /** Null: no such limit, or none that is known where `lockState` is `unknown`. */
  lockMinDays: z.number().nullable(),
  lockMaxDays: z.number().nullable(),
  /** Null where they were not read. Then what follows is null too, as it is of a vault without points. */
  points: count.nullable(),
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
  /** Days; `never`: all that were read are kept for ever. */
  shortestRetention: z.union([z.number(), z.literal('never')]).nullable(),
});

/** An operation that was not read everywhere: it may hide resources and vaults, and leaves `unknown` what it would tell. */
const Unread = z.strictObject({
  operation: z.string(),
  /** As in the result's `gaps`; `notRead`: no rule in force asks for it, or it was not collected. */
  status: z.string(),
  total: count,
  listed: z.array(z.strictObject({ accountId: z.string(), region: z.string(), resource: z.string().optional() })),
});

/** What the estate looks like beside what the rules find: for the html report. Lists hold the worst, at most so many. */
export const Overview = z.strictObject({
  /** What `age` and `restoreTested` are measured against: of the rules in force, else of the rules that ship. */
  targets: z.strictObject({ ageHours: z.number(), testDays: z.number() }),
  cells: z.array(Cell),
  oldest: z.array(AgedResource),
  /** Of those whose `age` is unknown. */
  doubtful: z.array(DoubtfulResource),
  restoreTests: z.array(TestedResource),
  vaults: z.strictObject({ total: count, listed: z.array(Vault) }),
  unread: z.array(Unread),
});

export type Overview = z.infer<typeof Overview>;
export type OverviewCell = Overview['cells'][number];
export type OverviewVault = Overview['vaults']['listed'][number];
