import { shortPaths } from '../output/short-paths.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { table } from '../reporters/pretty/table.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { presetsWith, rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { oneFormat } from './one-format.ts';
import { byControl } from './rules-by-control.ts';
import { ruleOptions } from './scan-options.ts';

/** The rules in force, for people and for scripts. */
export const rules: Command = {
  name: 'rules',
  takes: [],
  describe: 'Lists the rules in force: those of the config, else the recommended ones.',
  flags: [...flagsOfGroup('Common', 'Rules'), 'format'],
  formats: 'pretty or json, to stdout; else pretty',
  examples: [
    { line: 'rules', does: 'the rules that a scan here would run' },
    { line: 'rules --preset all --format json', does: 'every rule that ships, as JSON' },
    { line: 'rules --preset all --framework nist-800-53-r5', does: 'by the controls that they map to' },
  ],
  run: async ({ given, io }) => {
    const format = oneFormat(given, 'rules', ['pretty', 'json']);
    const { rules: active, presets, framework } = await rulesInForce(ruleOptions(given), io.cwd);
    const toEntry = (rule: ActiveRule) => entryOf(rule, presetsWith(presets, rule.rule.id), io.cwd);
    const width = io.columns ?? 120;
    const shown =
      framework === undefined
        ? { json: active.map(toEntry), pretty: () => tableOf(active.map(toEntry), width) }
        : byControl(active, { framework, toEntry, width });
    await writeStdout(io, [format === 'json' ? JSON.stringify(shown.json, null, 2) : shown.pretty(), '\n']);
    return 0;
  },
};

export type Entry = ReturnType<typeof entryOf>;

const entryOf = ({ rule, severity, origin, file }: ActiveRule, presets: readonly string[], cwd: string) => ({
  id: rule.id,
  name: rule.name,
  severity,
  presets,
  from: origin === 'shipped' ? 'backuplint' : shortPaths(file, cwd),
});

const tableOf = (entries: readonly Entry[], width: number): string =>
  entries.length === 0
    ? 'no rule is in force'
    : table(
        [
          ['ID', 'NAME', 'SEVERITY', 'PRESETS', 'FROM'],
          ...entries.map(({ id, name, severity, presets, from }) => [id, name, severity, presets.join(', '), from]),
        ],
        width,
        '',
      ).join('\n');
