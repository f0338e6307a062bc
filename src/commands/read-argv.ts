import { parseArgs } from 'node:util';
import { type Flag, flagNames, flagOf, isFlagName } from './flags.ts';

/** A flag, as often as it stands on the command line; its name need not be one of ours. */
export type Use = {
  readonly name: string;
  readonly spelling: string;
  readonly values: readonly string[];
  /** A flag stands where its value should. */
  readonly lacksValue: boolean;
};

/** `words` are what belongs to no flag: the command and what it is about. */
export type Argv = { readonly words: readonly string[]; readonly uses: readonly Use[] };

type OptionToken = Extract<ReturnType<typeof tokensOf>[number], { kind: 'option' }>;

/**
 * Cuts the command line up, without judging it. yargs writes the help, but does not parse: it takes `-` for no value of a
 * list, accepts camel-case and repeated names, and mixes a word with a flag of the same name.
 */
export function readArgv(argv: readonly string[]): Argv {
  const words: string[] = [];
  const uses: Use[] = [];
  let openList = words;
  for (const token of tokensOf(argv)) {
    if (token.kind === 'positional') openList.push(token.value);
    else if (token.kind === 'option-terminator') openList = words;
    else {
      const values = valuesOf(token);
      uses.push({ name: token.name, spelling: token.rawName, values, lacksValue: lacksValue(token) });
      openList = takesMore(token) ? values : words;
    }
  }
  return { words, uses };
}

const tokensOf = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: parseOptions, strict: false, allowPositionals: true, tokens: true }).tokens;

const parseOptions = Object.fromEntries(
  flagNames.flatMap((name) => {
    const flag = flagOf(name);
    const type = flag.type === 'switch' ? ('boolean' as const) : ('string' as const);
    const option = { type, multiple: true, ...(flag.short === undefined ? {} : { short: flag.short }) };
    return [[name, option] as const, ...(flag.negatable ? [[`no-${name}`, option] as const] : [])];
  }),
);

/** `-f=json` is written by people who write `--format=json`: the equals sign is no part of the value. */
function valuesOf({ rawName, value, inlineValue }: OptionToken): string[] {
  if (value === undefined) return [];
  const isShort = !rawName.startsWith('--');
  return [isShort && inlineValue && value.startsWith('=') ? value.slice(1) : value];
}

function lacksValue({ name, value, inlineValue }: OptionToken): boolean {
  if (!isFlagName(name) || flagOf(name).type === 'switch') return false;
  if (value === undefined || value === '') return true;
  return !inlineValue && value.length > 1 && value.startsWith('-');
}

const listTypes: readonly Flag['type'][] = ['list', 'paths', 'pairs', 'formats'];

/** `--rule=A B` gives the rule A and the word B; `--rule A B` two rules. */
const takesMore = ({ name, inlineValue }: OptionToken): boolean =>
  isFlagName(name) && listTypes.includes(flagOf(name).type) && inlineValue !== true;
