// Services in a build: started for those who need them and for no other, ready before they start, gone at the end.
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../engine/index.ts';
import { isAlive } from '../processes.ts';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';
import { addServer, freePort, gone, pidOf } from './rig.ts';

const pipeline = `
tasks:
  api:
    service: true
    ready_when: { line: "^up" }
    inputs: { conf: conf.txt }
    run: serve api $(cat {{ conf }})
  smoke:
    needs: [api]
    inputs: { page: "pages/{key}.txt" }
    outputs: { report: "out/{key}.txt" }
    run: job smoke {{ key }}; kill -0 $(cat ../api.pid); cp {{ page }} {{ report }}
`;

function shop(text = pipeline): Project {
  const desk = project({ 'pipeline.yaml': text, 'conf.txt': 'one\n', 'pages/a.txt': 'a\n' });
  addServer(desk);
  return desk;
}

const said = (events: readonly EngineEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'service' ? [`${event.job.task} ${event.what}`] : []));

describe('a service in a build', () => {
  test('runs while a job needs it, is ready before that starts, and is gone at the end', async () => {
    const desk = shop();
    const { status, ran, events } = await desk.build();
    expect({ status, ran, said: said(events) }).toEqual({
      status: 0,
      ran: ['serve api one', 'smoke a'],
      said: ['api starting', 'api ready', 'api stopped'],
    });
    await gone(pidOf(desk, 'api'));
  });

  test('is not started where all that need it are up to date, nor when it is a target itself', async () => {
    const desk = shop();
    await desk.build();
    expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
    expect(await desk.build('api')).toMatchObject({ status: 0, ran: [] });
    expect((await desk.pipe('plan')).out).toContain('nothing to do');
  });

  test('counts as an input: what it is started from runs again who needs it', async () => {
    const desk = shop();
    await desk.build();
    desk.put('conf.txt', 'two\n');
    expect((await desk.pipe('plan')).out).toMatch(/api\s+1 job would run[^]*smoke\s+1 job would run/);
    expect((await desk.build()).ran).toEqual(['serve api two', 'smoke a']);
    expect((await desk.pipe('why', 'smoke/a')).out).toContain('input service api changed');
  });

  test('serves one job with -j1, and many', async () => {
    const desk = shop();
    for (const page of 'bcdef') desk.put(`pages/${page}.txt`, page);
    const { status, ran } = await desk.build('-j1');
    expect(status).toBe(0);
    expect(ran.filter((job) => job.startsWith('serve'))).toHaveLength(1);
    expect(ran).toHaveLength(7);
  });

  test('that ends before it is ready fails who needs it, and says so', async () => {
    const desk = shop(pipeline.replace('serve api', 'echo no such database; exit 3; serve api'));
    const { status, summary, ran } = await desk.build();
    expect({ status, ran }).toEqual({ status: 1, ran: [] });
    expect(summary?.failures).toMatchObject([
      { job: { task: 'api', key: '' }, failure: { type: 'exit', status: 3 }, blocks: 1 },
    ]);
    expect((await desk.pipe('logs', 'api')).out).toContain('no such database');
  });

  test('is tried again as its `retry` says', async () => {
    const text = pipeline.replace(
      '    ready_when',
      '    retry: { attempts: 3, backoff: 10ms }\n    ready_when',
    );
    const desk = shop(text.replace('serve api', 'job try; test $(wc -l < ../ran) -ge 3; serve api'));
    const { status, events } = await desk.build();
    expect(status).toBe(0);
    expect(said(events)).toEqual([
      'api starting',
      'api failed',
      'api starting',
      'api failed',
      'api starting',
      'api ready',
      'api stopped',
    ]);
  });

  test('that never gets ready is ended after its timeout, which says what was missing', async () => {
    const desk = shop(
      pipeline.replace('"^up"', '"^ready", file: run/x').replace('    ready', '    timeout: 0.3s\n    ready'),
    );
    const { status, summary } = await desk.build();
    expect(status).toBe(1);
    expect(summary?.failures[0]?.failure).toMatchObject({
      message: expect.stringMatching(
        /^was not ready within 0.3 s: no line of its log fits \/\^ready\/, .*run\/x was not made$/,
      ),
    });
    await gone(pidOf(desk, 'api'));
  });

  test('is ready by a port, or by a file that is made anew', async () => {
    const port = await freePort();
    const server = `node -e "require('net').createServer().listen(${port}, '127.0.0.1')"`;
    const desk = shop(
      pipeline
        .replace('line: "^up"', `port: ${port}`)
        .replace('serve api', `${server} #`)
        .replace(
          'kill -0 $(cat ../api.pid)',
          `node -e "require('net').connect(${port}).on('connect', () => process.exit(0))"`,
        ),
    );
    expect((await desk.build()).status).toBe(0);
    const other = shop(
      pipeline
        .replace('line: "^up"', 'file: run/sock')
        .replace('serve api', 'mkdir -p run; echo > run/sock; serve api'),
    );
    other.put('run/sock', 'an old one\n');
    expect((await other.build()).status).toBe(0);
  });

  test('does not take another process at its port for itself', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => {
      server.once('listening', resolve);
    });
    const { port } = server.address() as { port: number };
    const { status, summary } = await shop(pipeline.replace('line: "^up"', `port: ${port}`)).build();
    server.close();
    expect(status).toBe(1);
    expect(summary?.failures[0]?.failure).toMatchObject({
      message: `port ${port} is taken by another process`,
    });
  });

  test('may need another, and each key may have its own', async () => {
    const desk = shop(`
tasks:
  base: { service: true, ready_when: { line: up }, run: serve base }
  api:
    service: true
    needs: [base]
    ready_when: { line: up }
    inputs: { page: "pages/{key}.txt" }
    run: kill -0 $(cat ../base.pid); serve {{ key }}
  all:
    needs: [api]
    inputs: { pages: "pages/*.txt" }
    outputs: { all: ./out }
    run: job all; kill -0 $(cat ../a.pid) $(cat ../b.pid); cat {{ pages }} > {{ all }}
`);
    desk.put('pages/b.txt', 'b\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['all', 'serve a', 'serve b', 'serve base'] });
    for (const name of ['a', 'b', 'base']) await gone(pidOf(desk, name));
  });

  test('goes with the build that is killed, with its children, and one that was left by -9 with the next', async () => {
    const text = pipeline.replace(
      'serve api',
      '(trap "" TERM; exec sleep 1000) & echo $! > ../child.pid; serve api',
    );
    const desk = shop(text);
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', text.replace('cp {{ page }}', `cat ${gate.path}; cp {{ page }}`));
    const killed = desk.start(['build']);
    await gate.reached();
    killed.kill('SIGTERM');
    expect((await killed.done).status).toBe(130);
    await gone(pidOf(desk, 'api'));
    await gone(pidOf(desk, 'child'));
    const second = desk.start(['build']);
    await gate.reached();
    second.kill('SIGKILL');
    await second.done;
    expect(isAlive(pidOf(desk, 'api'))).toBe(true);
    const left = [pidOf(desk, 'api'), pidOf(desk, 'child')];
    desk.put('pipeline.yaml', text);
    const { status, warnings } = await desk.build();
    expect(status).toBe(0);
    expect(warnings).toContain('survivors-ended');
    for (const pid of left) await gone(pid);
  });
});

test.each([
  ['outputs: { x: y }', 'a service has no `outputs`'],
  ['rerun: once', 'a service has no `rerun`'],
  ['ready_when: { line: "(" }', '"(" is no regular expression'],
  ['needs: [api]', 'the tasks depend on each other|reads what it writes itself'],
  ['needs: [apo]', 'did you mean "api"'],
  ['needs: [plain]', '"plain" is a task, but no service'],
])('a service with `%s` is a fault', async (line, message) => {
  const desk = project({
    'pipeline.yaml': `tasks:\n  api:\n    service: true\n    ${line}\n    run: sleep 1\n  plain: { run: "true" }\n`,
  });
  const { status, error } = await desk.pipe('check');
  expect(status).toBe(2);
  expect(error).toMatch(new RegExp(`pipeline.yaml:\\d+:\\d+: error: [^]*${message.replaceAll('(', '\\(')}`));
});

test('`ready_when` without `service: true` is a fault', async () => {
  const desk = project({ 'pipeline.yaml': 'tasks:\n  api: { ready_when: { port: 80 }, run: "true" }\n' });
  expect((await desk.pipe('check')).error).toContain('`ready_when` goes with `service: true`');
});
