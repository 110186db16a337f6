// Edge 33: names that are no keys, and names as long as they may be. (Hostile ones are in security-text.test.ts.)
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';

const copy = (from = 'in/{key}.txt', to = 'build/{key}.txt'): string => `
tasks:
  copy:
    inputs: { from: "${from}" }
    outputs: { to: "${to}" }
    run: job copy {{ key }}; cat {{ from }} > {{ to }}
`;

describe('names', () => {
  test('edge 33: that are no keys are skipped with one warning: line breaks, tabs, invalid UTF-8', async () => {
    const desk = project({
      'pipeline.yaml': copy(),
      'in/a.txt': 'one\n',
      'in/two\nlines.txt': '',
      'in/tab\t.txt': '',
    });
    execFileSync('/bin/sh', ['-c', 'touch "$(printf \'in/\\377.txt\')"'], { cwd: desk.folder });
    const { status, ran, warnings } = await desk.build();
    expect({ status, ran, warnings }).toEqual({ status: 0, ran: ['copy a'], warnings: ['skipped-name'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n' });
  });

  test('edge 33: of 255 bytes, and paths of 1000', async () => {
    const desk = project({ 'pipeline.yaml': copy('in/{key**}', 'build/{key**}') });
    const long = 'n'.repeat(255);
    const deep = `${'d'.repeat(200)}/`.repeat(4) + 'leaf';
    for (const key of [long, deep, `${'é'.repeat(127)}x`]) desk.put(`in/${key}`, 'x\n');
    expect(await desk.build()).toMatchObject({ status: 0, warnings: [] });
    expect(Object.keys(desk.tree())).toHaveLength(3);
    expect((await desk.build()).ran).toEqual([]);
    desk.remove('in');
    mkdirSync(desk.path('in'));
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual({});
  });

  test('edge 33: longer than a key may be are skipped with a warning', async () => {
    const desk = project({ 'pipeline.yaml': copy('in/{key**}', 'build/{key**}'), 'in/a': 'a\n' });
    desk.put(`in/${`${'d'.repeat(200)}/`.repeat(6)}leaf`, '');
    const { status, ran, warnings } = await desk.build();
    expect({ status, ran, warnings }).toEqual({ status: 0, ran: ['copy a'], warnings: ['skipped-name'] });
  });
});
