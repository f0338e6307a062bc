import type { Fault } from '../errors.ts';
import { faultAt, type JsonFile } from '../json-file.ts';
import type { LoadedRule, Rule } from './rule.ts';
import { RuleFile } from './rule-schema.ts';
import { schemaFaults } from './schema-faults.ts';
import { walkRule } from './walk-rule.ts';

export type CheckedRule = {
  /** Undefined where the file is no rule at all; with faults it is not fit to run. */
  readonly rule: Rule | undefined;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};

/** A rule file against the schema, then against the catalogue. */
export function checkRule(json: JsonFile, origin: LoadedRule['origin']): CheckedRule {
  if (json.faults.length > 0) return { rule: undefined, faults: json.faults, warnings: [] };
  const parsed = RuleFile.safeParse(json.value);
  if (!parsed.success) return { rule: undefined, faults: inOrder(schemaFaults(json, parsed.error)), warnings: [] };
  const faults = new Map<string, Fault>();
  const warnings = new Map<string, Fault>();
  const noteIn = (found: Map<string, Fault>) => (pointer: string, message: string) => {
    // The walk passes here once for each target kind, and again for each use of a part.
    found.set(`${pointer}\n${message}`, faultAt(json, pointer, message));
  };
  walkRule(parsed.data, {
    fault: noteIn(faults),
    // AWS adds values to its enums: the user may know one that this version does not.
    strangeValue: noteIn(origin === 'shipped' ? faults : warnings),
    usesFact: () => {},
    needs: () => {},
  });
  return { rule: parsed.data, faults: inOrder([...faults.values()]), warnings: inOrder([...warnings.values()]) };
}

/** As one reads the file, whatever order it was checked in. */
const inOrder = (faults: readonly Fault[]): readonly Fault[] =>
  faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
