import { resolve } from 'node:path';
import { type Baseline, baselineOf, type Listed } from './baseline/baseline.ts';
import { compared } from './baseline/compare.ts';
import { readBaseline } from './baseline/read-baseline.ts';
import type { Evaluation } from './engine/evaluation.ts';
import { UsageError } from './errors.ts';
import { isUndecided, recounted } from './failing.ts';
import { fileExists } from './file-exists.ts';
import type { Io } from './io.ts';
import { type EarlierFindings, readEarlierEvidence } from './read-evidence.ts';
import {
  type GroupOf,
  redactedResult,
  redactedValue,
  resultRedactor,
  shownFingerprint,
} from './redaction/redact-report.ts';
import { type RedactionKeys, type Redactor, redactionKeys, redactorOf } from './redaction/redactor.ts';
import { requireSameNames } from './redaction/same-names.ts';
import type { Finding, Result } from './result.ts';
import { categoryOf, type RulesInForce } from './rules-in-force.ts';
import { applyWaivers } from './waivers/apply-waivers.ts';
import { loadWaivers, requireTerms, type Waiver } from './waivers/waiver-file.ts';

export type SettleOptions = {
  /** The file; undefined: that of the config. */
  readonly waivers: string | undefined;
  readonly baseline: string | undefined;
  readonly updatesBaseline: boolean;
  readonly isNewOnly: boolean;
  readonly redacts: boolean;
  /** An evidence file whose findings stand in for what is not read. */
  readonly carry: string | undefined;
  readonly category: string | undefined;
  readonly asOf: string | undefined;
  /** Undefined: AWS is read, and the moment is now. */
  readonly inventory: readonly string[] | undefined;
};

/** What is known of findings before anything is read: which are accepted, which are old, and how accounts are called. */
export type Settling = {
  readonly waivers: readonly Waiver[];
  readonly waiverFile: string | undefined;
  readonly baseline: Baseline | undefined;
  /** What a baseline says that is to be written over. */
  readonly replaced: readonly Listed[];
  readonly isNewOnly: boolean;
  /** What an earlier scan found, where that is to be carried over. */
  readonly earlier: EarlierFindings | undefined;
  readonly keys: RedactionKeys | undefined;
  /** Of what is said before there is a result. */
  readonly redactor: Redactor | undefined;
};

export async function openSettling(options: SettleOptions, inForce: RulesInForce, io: Io): Promise<Settling> {
  const { config, loaded } = inForce;
  const keys = options.redacts ? redactionKeys(config, io.env) : undefined;
  const waiverFile = waiverFileOf(options.waivers, inForce, io.cwd);
  const asOf = options.asOf ?? (options.inventory === undefined ? io.now().toISOString() : undefined);
  const check = { rules: loaded, asOf, maxDays: config?.maxWaiverDays };
  const redactor = keys && redactorOf(keys);
  const known = await openBaseline(options, io.cwd, redactor?.mark);
  return {
    waivers: waiverFile === undefined ? [] : await loadWaivers(waiverFile, check),
    waiverFile,
    baseline: known && baselineOf(known),
    replaced: options.updatesBaseline ? (known ?? []) : [],
    isNewOnly: options.isNewOnly,
    earlier: await openEarlier(options, inForce, { io, redactor }),
    keys,
    redactor,
  };
}

async function openEarlier(
  { carry, category }: SettleOptions,
  { config }: RulesInForce,
  { io, redactor }: { readonly io: Io; readonly redactor: Redactor | undefined },
): Promise<EarlierFindings | undefined> {
  if (carry === undefined) return undefined;
  const own = categoryOf(category, config);
  const scan = { category: redactor?.redact(own) ?? own, redacted: redactor?.mark };
  return readEarlierEvidence(carry, io.cwd, scan);
}

/** As the flag says, else as the config does. */
export function waiverFileOf(
  flag: string | undefined,
  { config }: Pick<RulesInForce, 'config'>,
  cwd: string,
): string | undefined {
  if (flag !== undefined) return resolve(cwd, flag);
  return config?.waivers;
}

/** A baseline that is about to be made need not be there yet: then everything is new. */
async function openBaseline(
  options: SettleOptions,
  cwd: string,
  redacted: string | undefined,
): Promise<readonly Listed[] | undefined> {
  const { baseline, updatesBaseline, isNewOnly } = options;
  if (baseline === undefined) {
    const flag = updatesBaseline ? '--update-baseline' : '--new-only';
    if (updatesBaseline || isNewOnly) throw new UsageError(`${flag} needs a baseline: --baseline FILE`);
    return undefined;
  }
  if (updatesBaseline && /\.sarif(\.gz)?$/.test(baseline)) {
    throw new UsageError(
      `--update-baseline writes the json format, and ${baseline} looks like SARIF: name a .json file`,
    );
  }
  const file = resolve(cwd, baseline);
  if (updatesBaseline && !(await fileExists(file))) return [];
  const earlier = await readBaseline(file);
  requireSameNames(baseline, earlier.redacted, redacted);
  return earlier.findings;
}

export type Settled = {
  readonly result: Result;
  /** An outcome is unknown and nobody accepted that, or a gap may hide a target of a rule. */
  readonly incomplete: boolean;
  /** The same text, or anything else of plain data, without account ids where those are not to be shown. */
  readonly redacted: <Value>(value: Value) => Value;
};

/** The findings as waivers and baseline leave them; redacted first, so that a redacted baseline fits. */
export function settle(evaluation: Evaluation, settling: Settling, { loaded, config }: RulesInForce): Settled {
  const { waivers, baseline, keys, isNewOnly } = settling;
  const { subjectOf, hidesTargets } = evaluation;
  const groupOf: GroupOf = (finding) => subjectOf(finding).group;
  requireTerms(waivers, { asOf: evaluation.result.asOf, maxDays: config?.maxWaiverDays });
  const early = keys && resultRedactor(evaluation.result, keys, groupOf);
  const shownOf = early && ((finding: Finding) => shownFingerprint(finding, early, groupOf));
  const waived = applyWaivers(evaluation.result, { waivers, rules: loaded, subjectOf, shownOf });
  const originals = new Map(waived.findings.map((finding, at) => [finding, evaluation.result.findings[at]]));
  const waivedGroupOf: GroupOf = (finding) => {
    const original = originals.get(finding);
    return original && groupOf(original);
  };
  const redactor = keys && resultRedactor(waived, keys, waivedGroupOf);
  const plain = redactor === undefined ? waived : redactedResult(waived, redactor, waivedGroupOf);
  const result = recounted(baseline === undefined ? plain : compared(plain, baseline), isNewOnly);
  return {
    result,
    incomplete: hidesTargets || isUndecided(result.findings),
    redacted: (value) => (redactor === undefined ? value : redactedValue(value, redactor.redact)),
  };
}
