import type { Command } from './commands/command.ts';
import { givenFlags } from './commands/given-flags.ts';
import { type Argv, readArgv } from './commands/read-argv.ts';
import { Interrupted, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import { shortPaths } from './output/short-paths.ts';
import { writeStdout } from './output/write-stdout.ts';
import { packageVersion } from './package-files.ts';
import { plainText } from './reporters/plain-text.ts';

export type { Io } from './io.ts';

/** Each is loaded when it is run: what another one needs would only make it start later. */
const commands = {
  scan: async () => (await import('./commands/scan.ts')).scan,
  collect: async () => (await import('./commands/collect.ts')).collect,
  calls: async () => (await import('./commands/calls.ts')).calls,
  'iam-policy': async () => (await import('./commands/iam-policy.ts')).iamPolicy,
  report: async () => (await import('./commands/report.ts')).report,
  rules: async () => (await import('./commands/rules.ts')).rules,
  explain: async () => (await import('./commands/explain.ts')).explain,
  why: async () => (await import('./commands/why.ts')).why,
  diff: async () => (await import('./commands/diff.ts')).diff,
  waive: async () => (await import('./commands/waive.ts')).waive,
  check: async () => (await import('./commands/check.ts')).check,
  schema: async () => (await import('./commands/schema.ts')).schema,
  test: async () => (await import('./commands/test.ts')).test,
  init: async () => (await import('./commands/init.ts')).init,
} as const satisfies { readonly [name: string]: () => Promise<Command> };

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

/** Arguments and streams in, exit code out. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(readArgv(argv), io);
  } catch (error) {
    if (error instanceof Interrupted) {
      io.stderr.write('interrupted before anything was read; nothing was written\n');
      return error.exitCode;
    }
    io.stderr.write(error instanceof UsageError ? usageText(error, io.cwd) : bugText(error));
    return error instanceof UsageError ? 2 : 70;
  }
}

/** Flags first: the value of a flag that we do not have would look like an unknown command. */
async function run({ words, uses }: Argv, io: Io): Promise<number> {
  const [name = 'scan'] = words;
  const isAsked = (flag: string): boolean => uses.some((use) => use.name === flag);
  if (isAsked('version') && !isAsked('help')) {
    await writeStdout(io, [`${packageVersion()}\n`]);
    return 0;
  }
  const command = await commands[isCommand(name) ? name : 'scan']();
  if (isAsked('help')) {
    const { helpText } = await import('./commands/help.ts');
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    await writeStdout(io, [await helpText(command, all, io.columns ?? 80)]);
    return 0;
  }
  const given = givenFlags(uses, command);
  return command.run({ given, words: wordsAfter(command, words), io });
}

function wordsAfter(command: Command, [name, ...words]: readonly string[]): readonly string[] {
  if (name !== undefined && name !== command.name) {
    const hint = didYouMean(name, Object.keys(commands)) || '; backuplint --help lists them';
    throw new UsageError(`unknown command ${JSON.stringify(name)}${hint}`);
  }
  const { takes, takesMore } = command;
  if (words.length === takes.length || takesMore !== undefined) return words;
  const expected = `${command.name} takes ${takes.length === 0 ? 'flags only' : takes.map((word) => `one ${word}`).join(', ')}`;
  const extra = words[takes.length];
  const example = command.examples[0]?.line ?? command.name;
  throw new UsageError(
    `${expected}${extra === undefined ? '' : `, not ${JSON.stringify(extra)}`}: backuplint ${example}`,
  );
}

/** Paths below the working directory are shown as the user would write them; what a message quotes may hold anything. */
const usageText = ({ message }: UsageError, cwd: string): string =>
  `error: ${shortPaths(message, cwd).split('\n').map(plainText).join('\n')}\n`;

const bugText = (error: unknown): string =>
  `${error instanceof Error ? error.stack : String(error)}\nthis is a bug in backuplint; please report it\n`;
