import { join } from 'node:path';
import { type Fault, faultsError } from '../errors.ts';
import { faultAt, type JsonFile, placeAt, readJsonFile } from '../json-file.ts';
import { strangeFrameworks } from './check-frameworks.ts';
import { type CheckedRule, checkRule } from './check-rule.ts';
import type { LoadedRule } from './rule.ts';
import { findRuleFiles } from './rule-files.ts';
import { trustedRule } from './trusted-rules.ts';

export type RuleSources = {
  /** The folder of the rules that ship; its presets/ is not read here. */
  readonly shippedDir: string;
  /** Takes those that ship unchecked (trusted-rules.ts). */
  readonly trustsShipped?: boolean;
  /** Files of the user, or patterns such as `folder/*.json`. */
  readonly ownFiles: readonly string[];
  /** The frameworks that rules may name; one of the user's may be their own, so that another is but a warning. */
  readonly frameworks: readonly string[];
};

type Candidate = CheckedRule & { readonly json: JsonFile; readonly origin: LoadedRule['origin'] };

export type CheckedRules = {
  /** All that could be made out, sorted by id; with faults some are not fit to run. */
  readonly rules: readonly LoadedRule[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Those of the user that were read, or should have been. */
  readonly ownFiles: readonly JsonFile[];
};

/** All rules, checked, sorted by id. Throws one error with all faults of all files. */
export async function loadRules(sources: RuleSources): Promise<Pick<CheckedRules, 'rules' | 'warnings'>> {
  const { rules, faults, warnings } = await checkRules(sources);
  if (faults.length > 0) throw faultsError(faults);
  return { rules, warnings };
}

export async function checkRules(sources: RuleSources): Promise<CheckedRules> {
  const { shippedDir, trustsShipped = false, ownFiles, frameworks } = sources;
  const shipped = await findRuleFiles([join(shippedDir, '*.json')]);
  const own = await findRuleFiles(ownFiles);
  const ofUser = await readAll(own.files, 'own');
  const checked = [...(trustsShipped ? [] : await readAll(shipped.files, 'shipped')), ...ofUser];
  const candidates = [
    ...(trustsShipped ? shipped.files.map(trusted) : []),
    ...checked.map((candidate) => withFrameworks(candidate, frameworks)),
  ];
  return {
    rules: candidates.flatMap(loaded).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    faults: [
      ...[...shipped.faults, ...own.faults],
      ...candidates.flatMap((candidate) => candidate.faults),
      ...namesakes(candidates),
    ],
    warnings: candidates.flatMap(({ warnings }) => warnings),
    ownFiles: ofUser.map(({ json }) => json),
  };
}

const readAll = (files: readonly string[], origin: LoadedRule['origin']): Promise<readonly Candidate[]> =>
  Promise.all(
    files.map(async (file) => {
      const json = await readJsonFile(file);
      return { ...checkRule(json, origin), json, origin };
    }),
  );

const trusted = (file: string): Candidate => ({ ...trustedRule(file), origin: 'shipped' });

function withFrameworks(candidate: Candidate, known: readonly string[]): Candidate {
  const { rule, json, origin, faults, warnings } = candidate;
  const strange = rule === undefined ? [] : strangeFrameworks(json, rule, known);
  return origin === 'shipped'
    ? { ...candidate, faults: [...faults, ...strange] }
    : { ...candidate, warnings: [...warnings, ...strange] };
}

const loaded = ({ rule, json, origin }: Candidate): readonly LoadedRule[] =>
  rule === undefined ? [] : [{ rule, origin, file: json.file, requirePlace: placeAt(json, '/require') }];

/** Two rules of one id or name: the later file is at fault, and an own rule rather than one that ships. */
function namesakes(candidates: readonly Candidate[]): readonly Fault[] {
  const first = new Map<string, Candidate>();
  return candidates.flatMap((candidate) =>
    (['id', 'name'] as const).flatMap((member) => {
      const word = idOrName(candidate, member);
      const earlier = word === undefined ? undefined : first.get(word);
      if (word !== undefined && earlier === undefined) first.set(word, candidate);
      return word === undefined || earlier === undefined
        ? []
        : [faultAt(candidate.json, `/${member}`, namesake(member, word, earlier))];
    }),
  );
}

/** A file that is no sound rule otherwise may still hold the id that another one repeats. */
function idOrName({ json }: Candidate, member: 'id' | 'name'): string | undefined {
  const word = typeof json.value === 'object' && json.value !== null ? Reflect.get(json.value, member) : undefined;
  return typeof word === 'string' ? word : undefined;
}

const namesake = (member: string, word: string, { origin, json }: Candidate): string =>
  origin === 'shipped'
    ? `the ${member} "${word}" is that of a rule that ships: give your own rule another`
    : `the ${member} "${word}" is also in ${json.file}: each rule has its own`;
