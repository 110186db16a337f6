// A parameter that is a secret gets to its job, and nowhere else: not into logs, state, events, reasons or what pipe prints.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { watchOver } from '../watch/rig.ts';

const SECRET = `k3y-"of" $(touch x)' gold%`;
const API_TOKEN = { API_TOKEN: SECRET };

const pipeline = `
params: { token: { secret: true, env: API_TOKEN }, host: here }
tasks:
  fetch:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt" }
    env: { HEADER: "Bearer {{ token }}" }
    run: |
      job fetch {{ key }}
      echo "I was told "{{ token }}
      echo "and $HEADER" >&2
      printf '%s' {{ token }} | cksum > {{ to }}
  list: { inputs: { from: "in/*.txt" }, outputs: { to: ./list }, run: "job list; echo {{ from }} > {{ to }}" }
`;
const files = { 'pipeline.yaml': pipeline, 'in/a.txt': 'a\n' };

function cksum(desk: Project): string {
  return desk.read('build/a.txt');
}

/** Every form in which the secret could stand somewhere. */
const FORMS = [
  SECRET,
  JSON.stringify(SECRET).slice(1, -1),
  encodeURIComponent(SECRET),
  Buffer.from(SECRET).toString('base64'),
];

function formsIn(text: string): string[] {
  return FORMS.filter((form) => text.includes(form));
}

/** All that pipe keeps, as bytes. */
function kept(desk: Project): string {
  return readdirSync(desk.path('.pipe'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const pipe = (desk: Project, args: readonly string[], env: Record<string, string> = API_TOKEN) =>
  desk.start(args, { env }).done;

describe('a secret', () => {
  test('gets to its job as it is, in the text and in the environment', async () => {
    const desk = project(files);
    expect(await pipe(desk, ['build'])).toMatchObject({ status: 0, ran: ['fetch a', 'list'] });
    const first = cksum(desk);
    expect(first).toMatch(/^\d+ 26\n$/);
    expect(desk.tree('.')).not.toHaveProperty('./x');
    expect(await pipe(desk, ['build'])).toMatchObject({ status: 0, ran: [] });
  });

  test('is not in logs, state or anything that pipe prints, in any spelling', async () => {
    const desk = project(files);
    const plain = await pipe(desk, ['build', '--reporter', 'plain', '--verbose']);
    expect(plain.status).toBe(0);
    expect((await pipe(desk, ['logs', 'fetch/a'])).out).toBe('I was told ***\nand Bearer ***\n');
    const prints = [plain, await pipe(desk, ['build', '--force'])];
    for (const command of [
      'plan --json',
      'why fetch/a --json',
      'status --json',
      'graph --json',
      'graph',
      'logs --json',
      'check --json',
      'ps --json',
      'trace build/a.txt --json',
    ])
      prints.push(await pipe(desk, command.split(' ')));
    for (const { out, error } of prints) expect(formsIn(out + error)).toEqual([]);
    expect(formsIn(kept(desk))).toEqual([]);
  });

  test('in the words of a job that fails is masked, in events, state and log', async () => {
    const desk = project({
      ...files,
      'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
tasks:
  call: { function: ./call.ts, params: { token: "{{ token }}" }, outputs: { to: build/called } }
`,
      'call.ts': `export default ({ params }: { params: { token: string } }) => {
  console.log('calling with', params.token);
  throw new Error('refused: ' + params.token);
};
`,
    });
    const built = await pipe(desk, ['build']);
    expect(built.status).toBe(1);
    expect(built.summary?.failures).toMatchObject([{ failure: { message: 'refused: ***' } }]);
    expect(formsIn(built.out + built.error)).toEqual([]);
    const status = await pipe(desk, ['status']);
    expect(status.out).toContain('refused: ***');
    expect((await pipe(desk, ['logs'])).out).toContain('calling with ***');
    expect(formsIn(kept(desk))).toEqual([]);
  });

  test('that is another now runs its jobs again, for a reason that shows neither', async () => {
    const desk = project(files);
    await pipe(desk, ['build']);
    const other = { API_TOKEN: 'another-key' };
    const why = await pipe(desk, ['why', 'fetch/a'], other);
    expect(why.out).toContain('fetch/a would run\n  definition changed: secret token\n  last run');
    const built = await pipe(desk, ['build'], other);
    expect(built).toMatchObject({ status: 0, ran: ['fetch a'] });
    expect(built.events.find(({ type }) => type === 'job-start')).toMatchObject({
      reason: { type: 'definition-changed', part: 'secret token' },
    });
    expect(built.out).not.toContain('another-key');
    expect(await pipe(desk, ['build'], other)).toMatchObject({ ran: [] });
  });

  test('is no plain digest in the state: the same value in another project is kept as another', async () => {
    const digest = async (): Promise<string> => {
      const desk = project(files);
      await pipe(desk, ['build']);
      return /"secret":\{"token":"([\w-]{43})"\}/.exec(kept(desk))![1]!;
    };
    expect(await digest()).not.toBe(await digest());
  });

  test('whose variable is not set refuses the tasks that use it, and no others', async () => {
    const desk = project(files);
    const { status, summary } = await pipe(desk, ['build'], {});
    expect(status).toBe(2);
    expect(summary?.refusal?.message).toBe(
      'task fetch: parameter "token": its secret comes from the variable API_TOKEN, which is not set',
    );
    expect(await pipe(desk, ['build', 'list'], {})).toMatchObject({ status: 0, ran: ['list'] });
    expect(await pipe(desk, ['check'], {})).toMatchObject({ status: 0 });
  });

  test('is not given on the command line', async () => {
    const desk = project(files);
    const { status, error } = await pipe(desk, ['build', '--reporter', 'plain', '--param', 'token=abc']);
    expect(status).toBe(2);
    expect(error).toContain('--param token: a secret is not given on the command line');
    expect(error).toContain('hint: set the variable API_TOKEN');
  });

  test('may be part of a text, and be handed to a recipe', async () => {
    const desk = project({
      ...files,
      'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
tasks:
  call:
    use: ./call.yaml
    params: { header: "Bearer {{ token }}" }
    outputs: { to: build/a.txt }
`,
      'call.yaml': `
params: { header: { type: string } }
outputs: { to: { kind: path } }
run: echo {{ header }}; printf '%s' {{ header }} | cksum > {{ to }}
`,
    });
    expect(await pipe(desk, ['build'])).toMatchObject({ status: 0 });
    expect(cksum(desk)).toMatch(/ 33\n$/);
    expect((await pipe(desk, ['logs'])).out).toBe('Bearer ***\n');
    expect(await pipe(desk, ['build'])).toMatchObject({ status: 0, summary: { outcome: 'done' } });
    expect((await pipe(desk, ['why', 'call'], { API_TOKEN: 'new' })).out).toContain('secret header');
  });

  test('is masked in the log while its job runs, and in what a pipe that is killed leaves of it', async () => {
    const desk = project(files);
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', pipeline.replace('echo "and', `cat ${gate.path}; echo "and`));
    const build = desk.start(['build', '-j1', 'fetch'], { env: API_TOKEN });
    await gate.reached();
    expect(formsIn(kept(desk))).toEqual([]);
    expect((await pipe(desk, ['logs', 'fetch/a'])).out).toBe('I was told ***\n');
    build.kill('SIGKILL');
    await build.done;
    desk.put('pipeline.yaml', pipeline);
    expect(await pipe(desk, ['build', 'list'])).toMatchObject({ status: 0 });
    expect((await pipe(desk, ['logs', 'fetch/a'])).out).toBe('I was told ***\n');
    expect(await pipe(desk, ['build'])).toMatchObject({ status: 0 });
    expect(formsIn(kept(desk))).toEqual([]);
    expect(readdirSync(desk.path('.pipe/logs')).filter((name) => !/^\d+\.log$/.test(name))).toEqual([]);
  });

  test('that a job prints in two pieces is masked, and what only begins like it is not', async () => {
    const desk = project({
      'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
tasks:
  stutter:
    outputs: { to: build/a.txt }
    env: { TOKEN: "{{ token }}" }
    run: |
      printf '%.5s' "$TOKEN"; printf '' >&2; printf '%s\\n' "\${TOKEN#?????}"
      printf '%.5s' "$TOKEN"
      touch {{ to }}
`,
    });
    expect(await desk.start(['build'], { env: { API_TOKEN: 'silver-teapot' } }).done).toMatchObject({
      status: 0,
    });
    expect(desk.read('.pipe/logs/1.log')).toBe('***\nsilve');
  });

  test('is masked in what a child prints that a job leaves behind, and which does not hold the job', async () => {
    const desk = project({
      'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
tasks:
  leave: { outputs: { to: build/a.txt }, run: "yes {{ token }} & touch {{ to }}" }
`,
    });
    expect(await desk.start(['build'], { env: { API_TOKEN: 'silver-teapot' } }).done).toMatchObject({
      status: 0,
    });
    expect(formsIn(kept(desk))).toEqual([]);
    expect(kept(desk)).not.toContain('silver-teapot');
  });

  test('is masked in what functions and their children print, however much that is', async () => {
    const desk = project({
      'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
tasks:
  call: { function: ./call.ts, params: { token: "{{ token }}" }, outputs: { to: build/called } }
`,
      'call.ts': `import { execFileSync } from 'node:child_process';
export default ({ params, to, log }: any) => {
  for (let line = 0; line < 5000; line++) console.log(params.token, line);
  log(params.token);
  execFileSync('sh', ['-c', 'echo child "$0"', params.token], { stdio: 'inherit' });
  to.write('');
};
`,
    });
    expect(await desk.start(['build'], { env: { API_TOKEN: 'silver-teapot' } }).done).toMatchObject({
      status: 0,
    });
    const lines = desk.read('.pipe/logs/1.log').split('\n');
    expect(lines).toHaveLength(5003);
    expect(lines.slice(4999)).toEqual(['*** 4999', '***', 'child ***', '']);
    expect(lines.join()).not.toContain('silver');
  });

  test('is masked in the log of a service', async () => {
    const desk = project({
      'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
tasks:
  serve: { service: true, ready_when: { line: at your service }, run: "echo {{ token }}; echo at your service; exec sleep 600" }
  ask: { needs: [serve], outputs: { to: build/asked }, run: "echo asked > {{ to }}" }
`,
    });
    const built = await desk.start(['build'], { env: { API_TOKEN: 'silver-teapot' } }).done;
    expect(built).toMatchObject({ status: 0 });
    expect(kept(desk)).toContain('***\nat your service');
    expect(kept(desk)).not.toContain('silver');
  });

  test('of a build that asks a watch is the watch’s, or the build is refused', async () => {
    const desk = project(files);
    const { watch } = await watchOver(desk, [], API_TOKEN);
    expect((await pipe(desk, ['build'])).status).toBe(0);
    const other = await pipe(desk, ['build'], { API_TOKEN: 'other' });
    expect(other).toMatchObject({ status: 2, summary: { refusal: { code: 'watch-differs' } } });
    watch.kill('SIGINT');
    const { out, error } = await watch.done;
    expect(formsIn(out + error)).toEqual([]);
  });
});

test('a stream that is no output is masked, too', async () => {
  const desk = project({
    'pipeline.yaml': `
params: { token: { secret: true, env: API_TOKEN } }
repositories: { notes: { type: file, path: "notes/{key}.log" } }
tasks:
  note:
    inputs: { from: "in/{key}.txt" }
    stderr: notes
    run: echo told {{ token }} >&2
`,
    'in/a.txt': 'a\n',
  });
  expect(await pipe(desk, ['build'])).toMatchObject({ status: 0 });
  expect(desk.read('notes/a.log')).toBe('told ***\n');
});
