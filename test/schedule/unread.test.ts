// What a plan need not know it does not look for: the inputs of jobs that were never built.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';

function known(desk: Project): unknown[] {
  using database = new DatabaseSync(desk.path('.pipe/state.db'));
  return database.prepare("SELECT path FROM stats WHERE path LIKE 'src/%' ORDER BY path").all();
}

test('a plan reads no input of a job that was never built, and still knows what it waits for and lacks', async () => {
  const desk = project({
    'pipeline.yaml': `tasks:
  copy: { inputs: { in: "src/{name}.txt" }, outputs: { out: "out/{name}.txt" }, run: "job copy {{ name }}; cp {{ in }} {{ out }}" }
  all: { inputs: { parts: "out/*.txt" }, outputs: { list: ./list }, run: "cat {{ parts }} > {{ list }}" }
  pair:
    inputs: { in: "src/{name}.txt", note: "notes/{name}.txt" }
    outputs: { both: "both/{name}.txt" }
    run: cat {{ in }} {{ note }} > {{ both }}
`,
    'src/a.txt': 'a',
    'src/b.txt': 'b',
    'notes/a.txt': 'of a',
  });
  const planned = await desk.pipe('plan', '--json');
  expect(planned.status).toBe(0);
  const named = [...planned.out.matchAll(/"task": ?"(\w+)",\s*"key": ?"(\w*)"/g)].map(
    ([, task, key]) => `${task}/${key}`,
  );
  expect(new Set(named)).toEqual(new Set(['all/', 'copy/a', 'copy/b', 'pair/a']));
  expect(known(desk)).toEqual([]);
  expect((await desk.build()).ran).toEqual(['copy a', 'copy b']);
  expect(known(desk)).toHaveLength(2);

  // A record is compared with what there is now.
  desk.put('src/a.txt', 'A');
  const why = await desk.pipe('why', 'copy/a');
  expect(why.out).toContain('src/a.txt');
});
