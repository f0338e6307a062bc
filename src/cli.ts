import { calls } from './commands/calls.ts';
import { collect } from './commands/collect.ts';
import type { Command } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { givenFlags } from './commands/given-flags.ts';
import { helpText } from './commands/help.ts';
import { iamPolicy } from './commands/iam-policy.ts';
import { knownName } from './commands/known-name.ts';
import { refuseLaterCommand } from './commands/later.ts';
import { type Argv, readArgv } from './commands/read-argv.ts';
import { rules } from './commands/rules.ts';
import { scan } from './commands/scan.ts';
import { why } from './commands/why.ts';
import { Interrupted, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { shortPaths } from './output/short-paths.ts';
import { writeStdout } from './output/write-stdout.ts';
import { packageVersion } from './package-files.ts';
import { plainText } from './reporters/plain-text.ts';

export type { Io } from './io.ts';

const commands: readonly Command[] = [scan, collect, calls, iamPolicy, rules, explain, why];

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
  const command = commands.find(({ name }) => name === words[0]) ?? scan;
  if (uses.some(({ name }) => name === 'help')) {
    await writeStdout(io, [await helpText(command, commands, io.columns ?? 80)]);
    return 0;
  }
  if (uses.some(({ name }) => name === 'version')) {
    await writeStdout(io, [`${packageVersion()}\n`]);
    return 0;
  }
  const given = givenFlags(uses, command);
  return command.run({ given, words: wordsAfter(command, words), io });
}

function wordsAfter(command: Command, [name, ...words]: readonly string[]): readonly string[] {
  if (name !== undefined && name !== command.name) {
    refuseLaterCommand(name);
    knownName(
      'command',
      name,
      commands.map((each) => each.name),
    );
  }
  const { takes } = command;
  if (words.length === takes.length) return words;
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
