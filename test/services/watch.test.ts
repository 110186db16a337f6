// Services in a watch: they stay, follow their inputs, come back after a failure, and go with the watch.
import { expect, test } from 'vitest';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';
import { until } from '../gate.ts';
import { isAlive } from '../processes.ts';
import { watchOver } from '../watch/rig.ts';
import { addServer, gone, pidOf } from './rig.ts';

const pipeline = `
tasks:
  bundle:
    inputs: { code: code.txt }
    outputs: { bundle: build/bundle.txt }
    run: job bundle; cp {{ code }} {{ bundle }}
  api:
    service: true
    ready_when: { line: "^up" }
    retry: { backoff: 50ms }
    inputs: { bundle: build/bundle.txt }
    run: serve api $(cat {{ bundle }})
  smoke:
    needs: [api]
    inputs: { page: "pages/{key}.txt" }
    outputs: { report: "out/{key}.txt" }
    run: job smoke {{ key }}; kill -0 $(cat ../api.pid); cp {{ page }} {{ report }}
`;

function shop(text = pipeline): Project {
  const desk = project({ 'pipeline.yaml': text, 'code.txt': 'one\n', 'pages/a.txt': 'a\n' });
  addServer(desk);
  return desk;
}

test('runs from the start, though nobody needs it, and stays while others work', async () => {
  const desk = shop();
  const { built, end } = await watchOver(desk);
  expect(desk.ran()).toEqual(['bundle', 'serve api one', 'smoke a']);
  const pid = pidOf(desk, 'api');
  desk.put('pages/b.txt', 'b\n');
  expect((await built()).ran).toEqual(['smoke b']);
  expect(isAlive(pid)).toBe(true);
  await end();
  await gone(pid);
  // A later watch starts it at once, and nothing else.
  const again = await watchOver(desk);
  expect(desk.ran()).toEqual(['serve api one']);
  await again.end();
  await gone(pidOf(desk, 'api'));
});

test('is started anew when what it is started from changes, and who needs it waits for that', async () => {
  const desk = shop();
  const { built } = await watchOver(desk);
  desk.ran();
  const pid = pidOf(desk, 'api');
  desk.put('code.txt', 'two\n');
  expect((await built()).ran).toEqual(['bundle', 'serve api two', 'smoke a']);
  await gone(pid);
  expect(isAlive(pidOf(desk, 'api'))).toBe(true);
  // What comes to the same bundle changes nothing.
  const still = pidOf(desk, 'api');
  desk.put('code.txt', 'two\n');
  expect((await built()).ran).toEqual([]);
  expect(isAlive(still)).toBe(true);
});

test('goes on through an edit of the pipeline that is not about it, and ends when it is taken out', async () => {
  const desk = shop();
  const { built, watch } = await watchOver(desk);
  desk.ran();
  const pid = pidOf(desk, 'api');
  desk.put('pipeline.yaml', pipeline.replace('job smoke {{ key }};', 'job smoke {{ key }} anew;'));
  expect((await built()).ran).toEqual(['smoke a anew']);
  expect(isAlive(pid)).toBe(true);
  desk.put('pipeline.yaml', pipeline.replace('serve api', 'serve api new'));
  expect((await built()).ran).toEqual(['serve api new one', 'smoke a']);
  await gone(pid);
  const next = pidOf(desk, 'api');
  desk.put('pipeline.yaml', pipeline.slice(0, pipeline.indexOf('  api:')));
  expect((await built()).status).toBe(0);
  await gone(next);
  await watch.until('service', ({ what }) => what === 'stopped');
});

test('comes back after a failure, later each time; who needs it is blocked meanwhile', async () => {
  const desk = shop(
    pipeline.replace('serve api', 'test ! -e ../broken || { job crash; exit 1; }; serve api'),
  );
  const { built, watch } = await watchOver(desk);
  desk.ran();
  desk.put('../broken', '');
  process.kill(pidOf(desk, 'api'), 'SIGKILL');
  await until('it has crashed three times', () => desk.read('../ran').split('crash').length > 3);
  const pauses = (await watch.until('service', ({ detail }) => /again in 0.4/.test(detail))) && true;
  expect(pauses).toBe(true);
  desk.put('pages/b.txt', 'b\n');
  const asked = await built();
  expect(asked.status).toBe(1);
  expect(asked.summary?.failures.map(({ job }) => job.task)).toEqual(['api']);
  expect(desk.read('../ran')).not.toContain('smoke b');
  desk.remove('../broken');
  await watch.until('job-end', ({ job }) => job.key === 'b');
  expect((await built()).status).toBe(0);
});

test('that cannot start for its inputs is started as soon as they change, whatever its pause', async () => {
  const desk = shop(
    pipeline
      .replace('backoff: 50ms', 'backoff: 1h, max_backoff: 2h')
      .replace('serve api', 'grep -v bad {{ bundle }}; serve api'),
  );
  desk.put('code.txt', 'bad\n');
  const { built } = await watchOver(desk);
  expect((await built()).status).toBe(1);
  desk.ran();
  desk.put('code.txt', 'good\n');
  expect(await built()).toMatchObject({ status: 0, ran: ['bundle', 'serve api good', 'smoke a'] });
});

test('that is not ready yet when its inputs change is started anew', async () => {
  const desk = shop(
    pipeline.replace('serve api', 'job try; grep -q good {{ bundle }} || sleep 1000; serve api'),
  );
  const watch = desk.start(['watch', '--reporter', 'json']);
  await watch.until('service', ({ what }) => what === 'starting');
  await until('it tries', () => desk.read('../ran').includes('try'));
  desk.put('code.txt', 'good\n');
  await watch.until('service', ({ what }) => what === 'ready');
  await watch.until('job-end', ({ job }) => job.task === 'smoke');
  watch.kill('SIGINT');
  expect((await watch.done).status).toBe(130);
});

test('that is left by a watch that was killed with -9 is ended by the next one, which starts its own', async () => {
  const desk = shop();
  const first = await watchOver(desk);
  const pid = pidOf(desk, 'api');
  first.watch.kill('SIGKILL');
  await first.watch.done;
  expect(isAlive(pid)).toBe(true);
  const second = await watchOver(desk);
  await gone(pid);
  expect(isAlive(pidOf(desk, 'api'))).toBe(true);
  await second.end();
});

test('is shown in plain lines', async () => {
  const desk = shop();
  const watch = desk.start(['watch']);
  await watch.says('watching: ');
  await until('it runs', () => isAlive(pidOf(desk, 'api')) && desk.tree('out')['out/a.txt'] !== undefined);
  process.kill(pidOf(desk, 'api'), 'SIGKILL');
  await until('it comes back', () => desk.read('../ran').split('serve').length > 2);
  watch.kill('SIGINT');
  const { out } = await watch.done;
  expect(out).toMatch(/service api starts\n.*service api is ready .*\n/);
  expect(out).toMatch(
    /service api exited with status 137 \(SIGKILL\), again in 0.05 s {2}\.pipe\/logs\/\d+\.log\n/,
  );
  expect(out).toMatch(/service api stopped/);
});
