import { diffOf } from '../baseline/diff.ts';
import { UsageError } from '../errors.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { readResult } from '../read-result.ts';
import { requireSameNames } from '../redaction/same-names.ts';
import { diffMarkdown } from '../reporters/diff/diff-markdown.ts';
import { diffText } from '../reporters/diff/diff-text.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { isOn } from './given-flags.ts';
import { oneFormat } from './one-format.ts';
import { colorWish } from './scan-options.ts';

/** What became of the findings between two scans. */
export const diff: Command = {
  name: 'diff',
  takes: ['old', 'new'],
  describe: 'Compares two results: what is new, fixed, changed, became unknown, or is open again since a waiver ended.',
  flags: [...flagsOfGroup('Common'), 'format'],
  formats: 'pretty, markdown or json, to stdout; else pretty',
  examples: [{ line: 'diff yesterday.json today.json', does: 'two results in the json format, - for stdin' }],
  run: async ({ given, words: [old = '', now = ''], io }) => {
    const format = oneFormat(given, 'diff', ['pretty', 'markdown', 'json']);
    if (old === '-' && now === '-') throw new UsageError('only one of the two results can be stdin');
    const [before, after] = [await readResult(old, io), await readResult(now, io)];
    requireSameNames(old, before.redacted, after.redacted);
    const found = diffOf(before, after);
    const color = colorWish(isOn(given, 'color'), io) ?? io.isTty;
    const texts = {
      json: () => `${JSON.stringify(found, null, 2)}\n`,
      markdown: () => diffMarkdown(found),
      pretty: () => diffText(found, { width: io.columns ?? 120, color }),
    };
    await writeStdout(io, [texts[format]()]);
    return 0;
  },
};
