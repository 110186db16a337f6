// Keys and names never become code in a shell, pipe's own environment reaches no job unless it is declared, and YAML is data.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';

describe('edge 33: hostile names', () => {
  const names = [
    '$(touch x)',
    '`touch x`',
    '; touch x',
    '& touch x',
    '| tee x',
    '> x',
    '-n',
    '--help',
    "it's",
    'say "hi"',
    '\'"$(touch x)"\'',
    'back\\slash',
    '*',
    '?[a-z]',
    '~',
    '#hash',
    '!bang',
    '%s%n',
    '{{ key }}',
    '${HOME}',
    'two  blanks ',
    'é',
    '雪',
    '🦉',
    '\u{202e}rtl',
    'x'.repeat(240),
  ];
  const pipeline = `
tasks:
  plain:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/plain/{key}.txt" }
    run: cat {{ from }} > {{ to }}
  quoted:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/quoted/{key}.txt" }
    run: x="<{{ from }}>"; printf '%s' "key {{ key }} $x $(cat {{ from }}) $(cat "{{ from }}")" > "{{ to }}"
  variable:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/variable/{key}.txt" }
    env: { NAME: "{{ key }}" }
    run: printf '%s %s' "$NAME" "$PIPE_KEY" > {{ to }}
  exec:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/exec/{key}.txt" }
    exec: [cp, "{{ from }}", "{{ to }}"]
  all:
    inputs: { files: "in/*.txt" }
    outputs: { to: build/all, listed: build/listed }
    run: cat {{ files }} > {{ to }}; tr '\\n' '\\0' < {{ files | list_file }} | xargs -0 cat > {{ listed }}
`;

  test('are only ever text, in every context', async () => {
    const desk = project({ 'pipeline.yaml': pipeline });
    for (const name of names) desk.put(`in/${name}.txt`, `${name}\n`);
    const { status, summary, warnings } = await desk.build('-k');
    expect({ status, failures: summary?.failures, warnings }).toEqual({
      status: 0,
      failures: [],
      warnings: [],
    });
    for (const name of names) {
      expect(desk.read(`build/plain/${name}.txt`)).toBe(`${name}\n`);
      expect(desk.read(`build/exec/${name}.txt`)).toBe(`${name}\n`);
      expect(desk.read(`build/variable/${name}.txt`)).toBe(`${name} ${name}`);
      const path = `in/${name}.txt`;
      expect(desk.read(`build/quoted/${name}.txt`)).toBe(`key ${name} <${path}> ${name} ${name}`);
    }
    expect(desk.read('build/all')).toBe(desk.read('build/listed'));
    expect(readdirSync(desk.folder).toSorted()).toEqual(['.pipe', 'build', 'in', 'pipeline.yaml']);
    expect((await desk.build()).summary?.tasks.every((task) => task.succeeded === 0)).toBe(true);
    for (const name of names) desk.remove(`in/${name}.txt`);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual({});
  });

  test('at the root are no options of the programs that get them', async () => {
    const desk = project({
      'pipeline.yaml':
        'tasks: { copy: { inputs: { from: "{key}.txt" }, outputs: { to: "{key}.out" }, run: "cat {{ from }} > {{ to }}" } }',
    });
    for (const name of ['-n', '--help']) desk.put(`${name}.txt`, `${name}\n`);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect([desk.read('-n.out'), desk.read('--help.out')]).toEqual(['-n\n', '--help\n']);
  });
});

describe('the environment', () => {
  const show = (name: string, extra = ''): string =>
    `  ${name}: { ${extra} outputs: { to: build/${name} }, run: "env | sed 's/=.*//' | sort > {{ to }}" }\n`;
  const standard = [
    'HOME',
    'OLDPWD',
    'PATH',
    'PIPE_KEY',
    'PIPE_OUT',
    'PIPE_PIPELINE',
    'PIPE_TASK',
    'PWD',
    'SHLVL',
    '_',
  ];

  test('of pipe reaches no job, but for a few standard names and what is declared', async () => {
    const desk = project({
      'pipeline.yaml': `env: [LANG_OF_BOOK, "API_*"]\npass_env: [AGENT]\ntasks:\n${show('one')}${show('two', 'env: { OWN: "1" },')}`,
    });
    const env = { SECRET: 's3cret', API_KEY: 'k', 'API_$(touch x)': 'v', AGENT: 'a', GITHUB_TOKEN: 't' };
    expect(await desk.start(['build'], { env }).done).toMatchObject({ status: 0 });
    const names = (task: string) =>
      desk
        .read(`build/${task}`)
        .split('\n')
        .filter((name) => name !== '' && !standard.includes(name));
    expect(names('one')).toEqual(['AGENT', 'API_KEY']);
    expect(names('two')).toEqual(['AGENT', 'API_KEY', 'OWN']);
    expect(readdirSync(desk.folder)).not.toContain('x');
  });

  test('of pipe reaches no function either', async () => {
    const desk = project({
      'pipeline.yaml': 'tasks: { show: { outputs: { to: build/names.json }, function: "./show.mjs#show" } }',
      'show.mjs': 'export const show = ({ to }) => to.json(Object.keys(process.env));',
    });
    const { status, summary } = await desk.start(['build'], { env: { SECRET: 's3cret' } }).done;
    expect({ status, failures: summary?.failures }).toEqual({ status: 0, failures: [] });
    expect(desk.read('build/names.json')).not.toContain('SECRET');
  });
});

test.each([
  ['a tag that would make code', 'name: !!js/function "function () {}"\n'],
  ['a tag of another language', 'name: !!python/object/apply:os.system ["touch x"]\n'],
])('YAML is data: %s is refused or plain', async (_what, text) => {
  const desk = project({
    'pipeline.yaml': `${text}tasks: { a: { outputs: { to: out }, run: "echo > {{ to }}" } }\n`,
  });
  expect((await desk.pipe('check')).status).toBe(2);
  expect(readdirSync(desk.folder)).not.toContain('x');
});
