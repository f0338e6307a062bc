import yargs from 'yargs';
import type { Command } from './command.ts';
import { type FlagName, flagOf } from './flags.ts';

/** The help of one command; that of `scan`, the default, lists the commands as well. */
export async function helpText(command: Command, commands: readonly Command[], columns: number): Promise<string> {
  const page = yargs([])
    .scriptName('backuplint')
    .locale('en')
    .exitProcess(false)
    .help(false)
    .version(false)
    .wrap(Math.min(columns, 120))
    .usage(`Usage: ${usageOf(command, command.name === 'scan')} [flags]\n\n${command.describe}`);
  if (command.name === 'scan') {
    for (const each of commands) page.command(usageOf(each).replace('backuplint ', ''), each.describe);
  }
  for (const name of command.flags) addFlag(page, name, command);
  const examples = command.examples.map(({ line, does }) => `  backuplint ${line}\n      ${does}\n`);
  const tail = ['\nExamples:\n', ...examples, command.more === undefined ? '' : `\n${command.more}`];
  return `${await page.getHelp()}\n${tail.join('')}`;
}

const usageOf = ({ name, takes, takesMore }: Command, isDefault = false): string => {
  const more = takesMore === undefined ? [] : [`[${takesMore}…]`];
  return ['backuplint', isDefault ? `[${name}]` : name, ...takes.map((word) => `<${word}>`), ...more].join(' ');
};

function addFlag(page: ReturnType<typeof yargs>, name: FlagName, { formats }: Command): void {
  const { describe, group, negatable, short, value } = flagOf(name);
  const ownFormats = name === 'format' && formats !== undefined;
  const text = ownFormats ? `NAME  ${formats}` : value === undefined ? describe : `${value}  ${describe}`;
  const both = negatable ? `${text} (--no-${name}: not)` : text;
  page.option(name, { describe: both, group: `${group}:`, ...(short === undefined ? {} : { alias: short }) });
}
