// The keys of `pipe watch` on a terminal, and what it draws there.
import { beforeEach, describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';
import { copies } from './rig.ts';
import { hasTerminal, onTerminal } from './terminal.ts';

const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** Where the text of one input fails until `mended` is there. */
function desk(): Project {
  const made = project({ 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' });
  made.put(
    'pipeline.yaml',
    copies.replace(
      'cp {{',
      `echo about {{ key }}; test {{ key }} != bad -o -e ${made.outside}/mended; cp {{`,
    ),
  );
  return made;
}

describe('on a terminal', () => {
  beforeEach(({ skip }) => skip(!hasTerminal, 'python3 is missing, which makes the terminal'));

  test('r runs all again, w says why the last job ran, l shows its log, q ends it', async () => {
    const made = desk();
    const terminal = onTerminal(made, ['watch', '-j1']);
    await terminal.shows(/done in .*: 3 ran[^]*up to date/);
    expect(made.ran()).toEqual(['all', 'copy a', 'copy b']);
    terminal.press('r');
    await terminal.shows(/done in .*: 3 ran[^]*up to date/);
    expect(made.ran()).toEqual(['all', 'copy a', 'copy b']);
    terminal.press('w');
    await terminal.shows(/all: \S+/);
    terminal.press('l');
    await terminal.shows(/all wrote nothing/);
    terminal.press('q');
    expect(await terminal.ended).toBe(0);
  });

  test('f runs what failed again', async () => {
    const made = desk();
    made.put('in/bad.txt', 'x\n');
    const terminal = onTerminal(made, ['watch', '-j1']);
    await terminal.shows(/1 failed {2}/);
    made.ran();
    terminal.press('l');
    await terminal.shows(/about bad/);
    made.put('../mended', '');
    terminal.press('f');
    await terminal.shows(/up to date/);
    expect(made.ran()).toEqual(['all', 'copy bad']);
    terminal.press('q');
    await terminal.ended;
  });

  test('p holds everything back until it is pressed again', async () => {
    const made = desk();
    const terminal = onTerminal(made, ['watch', '-j1']);
    await terminal.shows(/up to date/);
    terminal.press('p');
    await terminal.shows(/paused/);
    made.ran();
    made.put('in/c.txt', 'c\n');
    terminal.press('w');
    await terminal.shows(/all: \S+/);
    expect(made.ran()).toEqual([]);
    terminal.press('p');
    expect(await terminal.shows(/done in .*: 2 ran/)).toContain('copy/c');
    expect(made.ran()).toEqual(['all', 'copy c']);
    terminal.press('q');
    await terminal.ended;
  });

  test('Ctrl-C is a key there, and ends it as the signal does', async () => {
    const terminal = onTerminal(desk(), ['watch']);
    await terminal.shows(/up to date/);
    terminal.press('\u0003');
    expect(await terminal.ended).toBe(130);
  });

  test('--clear clears the screen before each build', async () => {
    const made = desk();
    const terminal = onTerminal(made, ['watch', '--clear']);
    expect((await terminal.shows(/up to date/)).split(CLEAR)).toHaveLength(2);
    made.put('in/a.txt', 'A\n');
    expect((await terminal.shows(/done in .*: 2 ran/)).split(CLEAR)).toHaveLength(2);
    terminal.press('q');
    await terminal.ended;
  });
});
