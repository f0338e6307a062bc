import type { LoadedConfig } from '../config/read-config.ts';
import { loadResourceTypes } from '../data.ts';
import type { Fault } from '../errors.ts';
import { type JsonFile, readJsonFile } from '../json-file.ts';
import { type ReadRules, readRules } from '../read-rules.ts';
import { faultIn } from '../rules/rule-settings.ts';
import { selectKnown } from '../rules/select-rules.ts';
import { checkWaivers } from '../waivers/waiver-file.ts';
import { configDoubts } from './config-doubts.ts';
import { ruleDoubts } from './rule-doubts.ts';
import { waiverDoubts } from './waiver-doubts.ts';

export type CheckOptions = {
  readonly config: string | undefined;
  /** Own rules and waivers, beside those that the config names; absolute. */
  readonly ruleFiles: readonly string[];
  readonly waiverFiles: readonly string[];
  readonly cwd: string;
  readonly asOf: string;
};

export type Checked = {
  /** All that were read. */
  readonly files: readonly string[];
  readonly faults: readonly Fault[];
  /** What may be meant, but comes to nothing. */
  readonly warnings: readonly Fault[];
};

/** The config, all that it names, and what is named besides: everything that is wrong with them, without AWS. */
export async function check(options: CheckOptions): Promise<Checked> {
  const read = await readRules(options, options.cwd);
  const { config, loaded, presets } = read;
  const rules = selectKnown({ loaded, presets, config: config?.layers, flags: {} });
  const types = Object.keys(loadResourceTypes());
  const files = [...new Set([...(config?.waivers === undefined ? [] : [config.waivers]), ...options.waiverFiles])];
  const waivers = await Promise.all(files.map((file) => readJsonFile(file, 'jsonc')));
  const addedTypes = Object.keys(config?.resourceTypes ?? {});
  const around = { loaded, rules, types: [...types, ...addedTypes], asOf: options.asOf };
  const checked = waivers.map((json) => checkedWaivers(json, read, options.asOf));
  const noRule = config !== undefined && rules.length === 0 && read.faults.length === 0 ? [nothingInForce(config)] : [];
  return {
    files: [...read.files, ...files],
    faults: [...read.faults, ...noRule, ...checked.flatMap(({ faults }) => faults)],
    warnings: [
      ...read.warnings,
      ...(config?.layers ?? []).flatMap((layer) => configDoubts(layer, { rules, types, addedTypes })),
      ...(await ownDoubts(read)),
      ...checked.flatMap((each) => waiverDoubts(each.json, each, around)),
    ],
  };
}

const nothingInForce = (config: LoadedConfig): Fault =>
  faultIn(config, '', 'no rule is in force: add "extends": ["recommended"], or name rules in "rules"');

function checkedWaivers(json: JsonFile, { loaded, config, mayBeRule }: ReadRules, asOf: string) {
  const checked = checkWaivers(json, { rules: loaded, asOf, maxDays: config?.maxWaiverDays, mayBeRule });
  return { json, ...checked, faults: checked.faults.map((fault) => atName(fault, config)) };
}

/** A file that is not there is the fault of the line that names it. */
function atName(fault: Fault, config: LoadedConfig | undefined): Fault {
  if (fault.line !== undefined || config?.waivers !== fault.file) return fault;
  return faultIn(config, '/waivers', `${config.waivers}: ${fault.message}`);
}

async function ownDoubts({ loaded }: ReadRules): Promise<readonly Fault[]> {
  const own = loaded.filter(({ origin }) => origin === 'own');
  const doubts = await Promise.all(own.map(async (each) => ruleDoubts(await readJsonFile(each.file), each)));
  return doubts.flat();
}
