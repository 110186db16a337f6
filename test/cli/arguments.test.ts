import { describe, expect, test } from 'vitest';
import type { OptionSpec } from '../../cli/option-spec.ts';
import { parseArguments } from '../../cli/arguments.ts';
import { splitAtCommand } from '../../cli/split.ts';

const options: readonly OptionSpec[] = [
  { name: 'jobs', short: 'j', value: 'N', kind: 'count', help: '' },
  { name: 'keep-going', short: 'k', help: '' },
  { name: 'dry-run', short: 'n', help: '' },
  { name: 'param', value: 'NAME=VALUE', kind: 'assignment', repeatable: true, help: '' },
  { name: 'file', short: 'f', value: 'FILE', kind: 'file', help: '' },
  { name: 'reporter', value: 'NAME', choices: ['plain', 'json'], help: '' },
];
const targets = { name: 'TARGET', help: 'what to build', min: 0, max: Infinity };

function parse(line: string) {
  const parsed = parseArguments(line.split(' ').filter(Boolean), options, targets);
  if (!parsed.ok) throw new Error([parsed.error.message, parsed.error.hint].filter(Boolean).join('; '));
  return parsed.value;
}

describe('options', () => {
  test.each(['-j4', '-j 4', '--jobs 4', '--jobs=4', '-kj4', '-j 2 -j4'])('%s is four jobs', (line) => {
    expect(parse(line).count('jobs')).toBe(4);
  });

  test('a cluster of flags', () => {
    const parsed = parse('-kn count');
    expect([parsed.flag('keep-going'), parsed.flag('dry-run'), parsed.positionals]).toEqual([
      true,
      true,
      ['count'],
    ]);
  });

  test('a repeatable option keeps every value, in order', () => {
    expect(parse('--param language=de --param=width=80').all('param')).toEqual(['language=de', 'width=80']);
  });

  test('options may follow arguments, until --', () => {
    const parsed = parse('count/emma -k -- -j4 --odd');
    expect(parsed.flag('keep-going')).toBe(true);
    expect(parsed.positionals).toEqual(['count/emma', '-j4', '--odd']);
  });

  test('a lone dash is an argument', () => {
    expect(parse('-').positionals).toEqual(['-']);
  });

  test('a value that looks like an option is taken after =', () => {
    expect(parse('--file=-odd').value('file')).toBe('-odd');
  });

  test('asking for an option that was not declared is a bug', () => {
    expect(() => parse('').flag('force')).toThrow('no option --force');
  });
});

describe('faults', () => {
  test.each([
    ['--keep-goin', 'unknown option --keep-goin; did you mean --keep-going?'],
    ['--dyr-run', 'unknown option --dyr-run; did you mean --dry-run?'],
    ['--keep', 'unknown option --keep; did you mean --keep-going?'],
    ['--zzzzzzzz', 'unknown option --zzzzzzzz'],
    ['-x', 'unknown option -x'],
    ['-kx', 'unknown option -x'],
    ['-j', '-j needs a value: -j N'],
    ['-j -k', '-j needs a value: -j N'],
    ['--file', '--file needs a value: --file FILE'],
    ['--file=', '--file needs a value that is not empty'],
    ['-j0', '-j needs a whole number of at least 1, not "0"'],
    ['-j four', '-j needs a whole number of at least 1, not "four"'],
    ['-j 1.5', '-j needs a whole number of at least 1, not "1.5"'],
    ['--keep-going=yes', '--keep-going takes no value'],
    ['--param language', '--param needs NAME=VALUE, not "language"'],
    ['--param =de', '--param needs NAME=VALUE, not "=de"'],
    ['--reporter jsn', '--reporter NAME is one of plain, json, not "jsn"; did you mean json?'],
  ])('%s', (line, message) => {
    expect(() => parse(line)).toThrow(new Error(message));
  });

  test.each([
    [['emma'], undefined, 'this command takes no argument, but got "emma"'],
    [[], { ...targets, min: 1 }, 'TARGET is missing: what to build'],
    [['emma', 'persuasion'], { ...targets, max: 1 }, 'one argument too many: "persuasion"'],
    [['bsh'], { ...targets, choices: ['bash', 'zsh'] }, 'TARGET is one of bash, zsh, not "bsh"'],
  ])('arguments %j', (argv, argument, message) => {
    expect(parseArguments(argv, [], argument)).toMatchObject({ ok: false, error: { message } });
  });
});

describe('finding the command', () => {
  test.each([
    ['build -k', [], 'build', ['-k']],
    ['-C shelf -f books.yaml build -k', ['-C', 'shelf', '-f', 'books.yaml'], 'build', ['-k']],
    ['-Cshelf --param=a=b status', ['-Cshelf', '--param=a=b'], 'status', []],
    ['--version', ['--version'], undefined, []],
    ['', [], undefined, []],
  ])('%s', (line, before, name, after) => {
    expect(splitAtCommand(line.split(' ').filter(Boolean))).toEqual({ before, name, after });
  });
});
