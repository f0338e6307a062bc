import { writeStdout } from '../output/write-stdout.ts';
import { testOfRule } from '../rule-tests/test-of-rule.ts';
import { knownRule } from '../rules/rule-names.ts';
import { presetsWith, rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { examplesOf } from './explain-example.ts';
import { explanation } from './explanation.ts';
import { flagsOfGroup } from './flags.ts';
import { ruleOptions } from './scan-options.ts';

/** One rule, by id or name; it need not be in force. */
export const explain: Command = {
  name: 'explain',
  takes: ['rule'],
  describe: 'Explains a rule: why it is there, what it requires and needs, and what to do when it fails.',
  flags: flagsOfGroup('Common', 'Rules'),
  examples: [{ line: 'explain BKP301', does: 'by id, or by name: air-gapped-copy' }],
  run: async ({ given, words: [wanted = ''], io }) => {
    const { loaded, presets, rules } = await rulesInForce(ruleOptions(given), io.cwd);
    const found = knownRule(loaded, wanted);
    const tests = await testOfRule(found, loaded);
    const subject = {
      loaded: found,
      presets: presetsWith(presets, found.rule.id),
      active: rules.find(({ rule }) => rule.id === found.rule.id),
      examples: tests === undefined ? [] : await examplesOf(tests),
      cwd: io.cwd,
    };
    await writeStdout(io, [explanation(subject, Math.min(io.columns ?? 100, 100))]);
    return 0;
  },
};
