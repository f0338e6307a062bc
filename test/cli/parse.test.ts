import { describe, expect, test } from 'vitest';
import { flagNames } from '../../src/commands/flags.ts';
import { givenFlags } from '../../src/commands/given-flags.ts';
import { readArgv } from '../../src/commands/read-argv.ts';
import { UsageError } from '../../src/errors.ts';

/** The command line as words and flags, the way a command gets it. */
function parse(line: string | readonly string[]) {
  const { words, uses } = readArgv(typeof line === 'string' ? line.split(' ').filter(Boolean) : line);
  return { words, flags: Object.fromEntries(givenFlags(uses, { name: 'scan', flags: flagNames })) };
}

describe('the command line is read as', () => {
  test.each<[string | readonly string[], Record<string, readonly string[]>, readonly string[]]>([
    ['', {}, []],
    ['scan', {}, ['scan']],
    ['--inventory -', { inventory: ['-'] }, []],
    ['--inventory - b.ndjson -q', { inventory: ['-', 'b.ndjson'], quiet: ['true'] }, []],
    ['--inventory a b --inventory c', { inventory: ['a', 'b', 'c'] }, []],
    ['--inventory a,b', { inventory: ['a,b'] }, []],
    ['--inventory a a', { inventory: ['a'] }, []],
    ['--rule A B,C --rule D', { rule: ['A', 'B', 'C', 'D'] }, []],
    [['--rule', 'A, B'], { rule: ['A', 'B'] }, []],
    ['--rule=A B', { rule: ['A'] }, ['B']],
    ['--rule A -- B --rule', { rule: ['A'] }, ['B', '--rule']],
    ['--rule 123 007', { rule: ['123', '007'] }, []],
    ['--rule __proto__', { rule: ['__proto__'] }, []],
    ['--rule-file a,b.json', { 'rule-file': ['a,b.json'] }, []],
    ['explain BKP301 --rule BKP102', { rule: ['BKP102'] }, ['explain', 'BKP301']],
    ['--rule=BKP102 explain BKP301', { rule: ['BKP102'] }, ['explain', 'BKP301']],
    ['--file-scope 012345678901/eu-west-1', { 'file-scope': ['012345678901/eu-west-1'] }, []],
    ['--color', { color: ['true'] }, []],
    ['--no-color --no-color', { color: ['false'] }, []],
    ['--no-progress', { progress: ['false'] }, []],
    ['-qc x.json', { quiet: ['true'], config: ['x.json'] }, []],
    ['-cx.json', { config: ['x.json'] }, []],
    ['-c=x.json', { config: ['x.json'] }, []],
    ['--config=-x', { config: ['-x'] }, []],
    ['--config=a=b', { config: ['a=b'] }, []],
    ['-fjson', { format: ['json'] }, []],
    ['-f json=out.json', { format: ['json=out.json'] }, []],
    ['-f json -f sarif=x.sarif', { format: ['json', 'sarif=x.sarif'] }, []],
    ['-f pretty,json=a,b.json', { format: ['pretty', 'json=a,b.json'] }, []],
    ['--account 012345678901,111122223333', { account: ['012345678901', '111122223333'] }, []],
    ['--filter ByResourceArn=a,b=c ByStatus=FAILED', { filter: ['ByResourceArn=a,b=c', 'ByStatus=FAILED'] }, []],
    ['--include pass,notApplicable', { include: ['pass', 'notApplicable'] }, []],
    ['constructor __proto__', {}, ['constructor', '__proto__']],
  ])('%j', (line, flags, words) => {
    expect(parse(line)).toEqual({ flags, words });
  });
});

describe('the command line is refused', () => {
  test.each<[string | readonly string[], string]>([
    ['--inventry x', 'unknown flag --inventry; did you mean --inventory?'],
    ['--invent x', 'unknown flag --invent'],
    ['--inv x', 'unknown flag --inv'],
    ['--asOf 2026-11-20T06:00:00Z', 'unknown flag --asOf; did you mean --as-of?'],
    ['--failOn high', 'unknown flag --failOn; did you mean --fail-on?'],
    ['--__proto__ x', 'unknown flag --__proto__'],
    ['--__proto__.polluted=1', 'unknown flag --__proto__.polluted'],
    ['--constructor', 'unknown flag --constructor'],
    ['--no-colour', 'unknown flag --no-colour; did you mean --no-color?'],
    ['--no-quiet', 'unknown flag --no-quiet'],
    ['--no-no-color', 'unknown flag --no-no-color; did you mean --no-color?'],
    ['-x', 'unknown flag -x'],
    ['-qx', 'unknown flag -x'],
    ['-1', 'unknown flag -1'],
    ['---quiet', 'unknown flag ---quiet; did you mean --quiet?'],
    ['--on-partial', '--on-partial needs a value: --on-partial carry=EVIDENCE'],
    ['--quiet=true', '--quiet takes no value'],
    ['--no-color=1', '--no-color takes no value'],
    ['--color --no-color', 'give --color or --no-color, not both'],
    ['-q --verbose', 'give --quiet or --verbose, not both'],
    ['--config', '--config needs a value: --config FILE'],
    ['-c --quiet', '-c needs a value: --config FILE'],
    ['--config=', '--config needs a value: --config FILE'],
    [['--config', ''], '--config needs a value: --config FILE'],
    ['--config --', '--config needs a value: --config FILE'],
    ['--config a --config b', '--config is given twice; it takes one value'],
    ['-c a --config a', '--config is given twice; it takes one value'],
    ['--as-of 2026-11-20T06:00:00Z --as-of=x', '--as-of is given twice; it takes one value'],
    ['--rule', '--rule needs a value: --rule ID…'],
    ['--rule --quiet', '--rule needs a value: --rule ID…'],
    ['--rule A,', '--rule needs a value: --rule ID…'],
    ['--inventory=', '--inventory needs a value: --inventory PATH…'],
    [['--inventory', 'a', ''], '--inventory needs a value: --inventory PATH…'],
    ['--format', '--format needs a value: --format NAME[=FILE]…'],
  ])('%j: %s', (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });
});
