import { evaluate } from '../engine/evaluate.ts';
import { thingsNamed, why as whyThings, worldAfter } from '../engine/why.ts';
import type { Io } from '../io.ts';
import { notesTo } from '../output/notes.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { whyText } from '../reporters/why.ts';
import { requireRules, rulesInForce } from '../rules-in-force.ts';
import { WhyResult } from '../why-result.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import type { Given } from './given-flags.ts';
import { oneFormat } from './one-format.ts';
import { scanOptions } from './scan-options.ts';
import { readInput } from './why-input.ts';
import { missing } from './why-missing.ts';

/** What every rule makes of one thing, and why; it explains, so that no outcome is an error. */
export const why: Command = {
  name: 'why',
  takes: ['arn'],
  describe:
    'Explains what every rule makes of one resource, recovery point, vault or other thing, with all it looked at.',
  flags: [...flagsOfGroup('Common', 'Source', 'Live', 'Rules'), 'format'],
  formats: 'pretty or json, to stdout; else pretty',
  examples: [
    {
      line: 'why arn:aws:dynamodb:eu-west-1:111122223333:table/orders --inventory estate.ndjson',
      does: 'a resource; a recovery point, a vault, a plan or a job id does as well',
    },
    { line: 'why 111122223333/eu-west-1 --inventory estate.ndjson', does: 'an account in a Region' },
  ],
  run: async ({ given, words: [id = ''], io }) => {
    const format = oneFormat(given, 'why', ['pretty', 'json']);
    const { result, stopped } = await ask(id, given, io);
    await writeStdout(io, [format === 'json' ? jsonText(result) : whyText(result, layout(given, io))]);
    return stopped ?? 0;
  },
};

async function ask(id: string, given: Given, io: Io) {
  const options = scanOptions(given, io);
  const inForce = await rulesInForce(options, io.cwd);
  requireRules(inForce);
  const { input, stopped } = await readInput(options, inForce, { io, notes: notesTo(io, options) });
  const asked = { input, result: evaluate(input).result, loaded: inForce.loaded };
  const world = worldAfter(asked);
  const things = thingsNamed(id, world);
  if (things.length === 0) throw missing(id, world);
  return { result: whyThings(asked, things, world), stopped };
}

/** The schema puts the members in the published order. */
const jsonText = (result: WhyResult): string => `${JSON.stringify(WhyResult.parse(result), null, 2)}\n`;

/** Away from a terminal lines may be long, as in a report. */
const layout = (given: Given, io: Io) => ({
  width: io.isTty ? (io.columns ?? 80) : 120,
  color: scanOptions(given, io).color ?? io.isTty,
});
