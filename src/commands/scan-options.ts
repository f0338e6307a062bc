import { z } from 'zod';
import { verifyModes } from '../engine/verify/witness.ts';
import { UsageError } from '../errors.ts';
import { failOnNames } from '../exit-code.ts';
import type { Scope } from '../inventory/record.ts';
import type { Io } from '../io.ts';
import type { LintOptions } from '../lint.ts';
import { flagsOfGroup } from './flags.ts';
import { type Given, isOn, valueOfFlag, valuesOfFlag } from './given-flags.ts';
import { knownName } from './known-name.ts';
import { liveOptions } from './live-options.ts';
import { outputsOf } from './outputs.ts';

/** The flags of `scan`, each parsed; throws for one that says nothing we know. */
export function scanOptions(given: Given, io: Io): LintOptions {
  const failOn = valueOfFlag(given, 'fail-on');
  const verify = valueOfFlag(given, 'verify') ?? 'sample';
  const outputs = outputsOf(given);
  const included = (valuesOfFlag(given, 'include') ?? []).map((name) =>
    knownName('--include', name, ['pass', 'notApplicable', 'overview'] as const),
  );
  return {
    ...ruleOptions(given),
    inventory: inventoryPaths(given),
    live: (scope) => liveOptions(given, scope),
    isWatched: isWatched(given),
    fileScope: fileScope(valueOfFlag(given, 'file-scope')),
    asOf: asOf(valueOfFlag(given, 'as-of')),
    failOn: failOn === undefined ? undefined : knownName('severity', failOn, failOnNames),
    allowIncomplete: isOn(given, 'allow-incomplete') ?? false,
    verify: knownName('verify mode', verify, verifyModes),
    outputs,
    include: included.filter((name) => name !== 'overview'),
    hasOverview: included.includes('overview') || outputs.some(({ format }) => drawsOverview.includes(format)),
    category: valueOfFlag(given, 'category'),
    ...settleOptions(given),
    carry: carryOf(valueOfFlag(given, 'on-partial')),
    color: colorWish(isOn(given, 'color'), io),
    isQuiet: isOn(given, 'quiet') ?? false,
    isVerbose: isOn(given, 'verbose') ?? false,
    hasProgress: isOn(given, 'progress') ?? false,
  };
}

/** Formats that show what the estate looks like, asked for or not. */
const drawsOverview: readonly string[] = ['html'];

const settleOptions = (given: Given) => ({
  waivers: valueOfFlag(given, 'waivers'),
  baseline: valueOfFlag(given, 'baseline'),
  updatesBaseline: isOn(given, 'update-baseline') ?? false,
  isNewOnly: isOn(given, 'new-only') ?? false,
  redacts: isOn(given, 'redact') ?? false,
});

export const ruleOptions = (given: Given) => ({
  config: valueOfFlag(given, 'config'),
  presets: valuesOfFlag(given, 'preset'),
  rules: valuesOfFlag(given, 'rule'),
  ruleFiles: valuesOfFlag(given, 'rule-file') ?? [],
  framework: valueOfFlag(given, 'framework'),
});

/** Files, else AWS itself: what is in files was read already, so that no flag can say how to read it. */
function inventoryPaths(given: Given): readonly string[] | undefined {
  const paths = valuesOfFlag(given, 'inventory');
  const live = flagsOfGroup('Live').find((name) => given.has(name));
  if (paths === undefined || live === undefined) return paths;
  throw new UsageError(`--${live} is for reading AWS, and --inventory for judging what was read: give one of them`);
}

/** Unless it is told to be quiet, a live command shows how far it is. */
export const isWatched = (given: Given): boolean => !isOn(given, 'quiet') && isOn(given, 'progress') !== false;

const ScopeText = z.string().regex(/^\d{12}\/[a-z]{2,}(-[a-z]+)+-\d+$/);

export function fileScope(text: string | undefined): Scope | undefined {
  if (text === undefined) return undefined;
  const [accountId, region] = ScopeText.safeParse(text).data?.split('/') ?? [];
  if (accountId !== undefined && region !== undefined) return { accountId, region };
  const expected = 'expected an account and a Region, e.g. 111122223333/eu-west-1';
  throw new UsageError(`--file-scope ${text}: ${expected}`);
}

const Moment = z.iso.datetime({ offset: true });

export function asOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const moment = Moment.safeParse(text).data;
  if (moment !== undefined) return new Date(moment).toISOString();
  const expected = 'expected an ISO-8601 time with its offset, e.g. 2026-11-20T06:00:00Z';
  throw new UsageError(`--as-of ${text}: ${expected}`);
}

function carryOf(text: string | undefined): string | undefined {
  const file = text === undefined ? undefined : /^carry=(.+)$/s.exec(text)?.[1];
  if (text === undefined || file !== undefined) return file;
  throw new UsageError(`--on-partial ${text}: expected carry=EVIDENCE, a file that --format evidence wrote`);
}

/** https://no-color.org: any value but the empty one. FORCE_COLOR=0 means no. */
export function colorWish(flag: boolean | undefined, { env }: Io): boolean | undefined {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return undefined;
}
