// What the engine needs to follow the change of one key among many, in this process and without a watcher: `node
// bench/delta.ts FOLDER TASK` makes a dry run of a task of the pipeline in FOLDER, then gives single members of its first
// input another content, one after the other, and prints the milliseconds that each took as JSON.
import process from 'node:process';
import { compilePipeline } from '../engine/pipeline/compile.ts';
import { Build } from '../engine/schedule/build.ts';
import { scopeOf } from '../engine/schedule/scope.ts';
import { Stage } from '../engine/schedule/attempt/stage.ts';
import { Workspace } from '../engine/session/workspace.ts';
import { openDatabase } from '../engine/store/database.ts';
import { Store } from '../engine/store/store.ts';

const ROUNDS = 50;
const [cwd = '.', task = ''] = process.argv.slice(2);

const compiled = await compilePipeline({ cwd });
if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('\n'));
const { plan } = compiled.value;
const state = `${plan.root}/.pipe`;
const database = openDatabase(state);
if (!database.ok) throw new Error(database.error.message);
const store = new Store(database.value.database);
await using workspace = new Workspace(plan, store, state, process.env);
const scope = scopeOf(plan, [task], workspace.patterns);
if (!scope.ok) throw new Error(scope.error.message);
const context = await workspace.context(scope.value.tasks.keys(), new Stage(plan.root, '.pipe', 'look'));
if (!context.ok) throw new Error(context.error.message);
const idle = new AbortController().signal;
const build = new Build(
  context.value,
  {
    targets: [task],
    slots: 1,
    onFailure: 'keep-going',
    dryRun: true,
    force: false,
    onEvent: () => {},
    stop: idle,
    kill: idle,
  },
  scope.value,
);
await build.run();
const [input] = plan.tasks.find(({ name }) => name === task)!.links;
const members = build.network.members[input!.repository]!;
const keys = [...members.keys()];
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const key = keys[Math.floor((keys.length * round) / ROUNDS)]!;
  const start = performance.now();
  build.apply((network) => network.set(input!.repository, key, 'present', `f:${round}`, undefined));
  await build.again();
  times.push(performance.now() - start);
}
store.close();
process.stdout.write(JSON.stringify({ keys: keys.length, times }));
