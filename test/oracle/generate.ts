// A random pipeline with its first source files, from a seed. Valid by construction: a task reads only what comes before
// it. Knows no truth.
import { HEADERS, KEYS, layoutOf, MEMBERS, pathOf, repositoryOf } from './model.ts';
import type { FileRepository, Input, Layout, Output, Pipeline, Repository, Task } from './model.ts';
import type { Random } from './random.ts';

export interface Start {
  readonly pipeline: Pipeline;
  /** Path → text. */
  readonly files: Readonly<Record<string, string>>;
}

export function generate(random: Random): Start {
  const repositories: Repository[] = sourcesOf(random);
  const tasks: Task[] = [];
  const size = random.weighted({ small: 6, middle: 3, large: 1 });
  const count = { small: random.between(1, 6), middle: random.between(5, 14), large: random.between(12, 40) }[
    size
  ];
  for (let index = 0; index < count; index++) {
    const grouped = index < count / 2;
    if (random.chance(0.3)) addCombined(repositories, random);
    if (!grouped && random.chance(0.1) && !repositories.some((each) => each.name === 'vg'))
      repositories.push({ type: 'view', name: 'vg', folder: 'build/g', layout: 'two' });
    tasks.push(addTask({ params: {}, repositories, tasks, order: 0 }, repositories, grouped, random));
  }
  const pipeline = {
    params: { p0: random.below(9), p1: random.below(9) },
    repositories,
    tasks,
    order: random.next(),
  };
  return { pipeline, files: filesFor(repositories, random) };
}

/** A new task with its output repositories, which are added to `repositories`. */
export function addTask(
  pipeline: Pipeline,
  repositories: Repository[],
  grouped: boolean,
  random: Random,
): Task {
  const number = 1 + Math.max(-1, ...pipeline.tasks.map((task) => Number(/\d+$/.exec(task.name)?.[0] ?? 0)));
  const inputs = inputsFor({ ...pipeline, repositories }, random);
  const layout = layoutOf({ ...pipeline, repositories }, { inputs } as unknown as Task);
  const outputs = outputsFor(`t${number}`, layout, grouped, repositories, random);
  return {
    name: `t${number}`,
    inputs,
    outputs,
    salt: random.below(1000),
    comment: 0,
    lossy: random.chance(0.4) ? random.between(1, 4) : 0,
    failsAt: random.chance(0.06) ? random.below(7) : -1,
    headers: random.chance(0.15) ? 'in/hdr' : '',
    param: random.chance(0.2) ? random.pick(['p0', 'p1']) : '',
    own: random.chance(0.15) ? random.below(9) : -1,
    variable: random.chance(0.15),
  };
}

function inputsFor(pipeline: Pipeline, random: Random): Input[] {
  const by = (layout: Layout): Repository[] => pipeline.repositories.filter((each) => each.layout === layout);
  // Later ones first, so that graphs get deep.
  const recent = (from: readonly Repository[]): Repository =>
    from[Math.max(random.below(from.length), random.below(from.length))]!;
  const inputs: Input[] = [];
  const add = (from: Repository, select: Input['select'], use?: Input['use']): string => {
    const name = `i${inputs.length}`;
    inputs.push({ name, from: from.name, select, use: use ?? useOf(from, select, pipeline, random) });
    return name;
  };
  const two = by('two');
  const form =
    two.length > 0
      ? random.weighted({ map: 10, gather: 4, pairs: 3, groups: 3 })
      : random.weighted({ map: 10, gather: 4 });
  if (form === 'map' || form === 'pairs') {
    const from = form === 'map' ? by('one') : two;
    const same = recent(from);
    const main = add(same, { type: 'same' });
    if (random.chance(0.3)) add(recent(from), { type: 'same' });
    if (isRecords(pipeline, same) && random.chance(0.8))
      add(recent(by('one').filter((each) => !isCombined(each, ['or']))), { type: 'join', link: main });
    if (form === 'map' && two.length > 0 && random.chance(0.3))
      add(recent(two), { type: 'group', min: random.chance(0.5) ? 0 : 1 });
    if (random.chance(0.12)) add(recent(from), { type: 'same' }, 'inhibits');
  } else if (form === 'groups') {
    add(recent(two), { type: 'group', min: 1 });
  } else {
    add(recent(random.chance(0.7) ? by('one') : [...by('one'), ...two]), {
      type: 'all',
      min: random.chance(0.3) ? 0 : 1,
    });
  }
  if (random.chance(0.2)) add(recent(by('unit')), { type: 'unit' });
  const plain = by('one').filter((each) => each.type === 'file' || each.type === 'yaml');
  if (random.chance(0.15)) add(random.pick(plain), { type: 'member', key: random.pick(KEYS.slice(0, 3)) });
  if (form !== 'gather' && random.chance(0.15))
    add(recent([...by('one'), ...two]), { type: 'all', min: random.chance(0.7) ? 0 : 1 });
  return inputs;
}

/** What a command can read of it: of `or` nothing, of `and` one path, of records one at a time. */
function useOf(from: Repository, select: Input['select'], pipeline: Pipeline, random: Random): Input['use'] {
  const isMany = select.type === 'all' || select.type === 'group';
  if (isMany && (isRecords(pipeline, from) || from.type === 'and')) return 'counts';
  if (isCombined(from, ['or'])) return 'counts';
  if (from.type === 'and' && !isPlainFile(repositoryOf(pipeline, from.of[0]!))) return 'counts';
  if ((from.type === 'filter' || from.type === 'unless') && !isReadable(pipeline.repositories, from))
    return 'counts';
  return random.chance(0.9) || isRecords(pipeline, from) ? 'read' : 'counts';
}

function outputsFor(
  task: string,
  layout: Layout,
  grouped: boolean,
  repositories: Repository[],
  random: Random,
): Output[] {
  const outputs: Output[] = [];
  const count = random.weighted({ one: 17, two: 3, none: 1 });
  for (let index = 0; index < { none: 0, one: 1, two: 2 }[count]; index++) {
    const isFanOut = layout !== 'two' && random.chance(0.2);
    const own = isFanOut ? (layout === 'unit' ? 'one' : 'two') : layout;
    const name = index === 0 ? `r_${task}` : `r_${task}_${index}`;
    const isYaml = !isFanOut && layout === 'one' && random.chance(0.15);
    repositories.push({
      type: isYaml ? 'yaml' : 'file',
      name,
      folder: `build/${grouped && own === 'one' ? 'g/' : ''}${name}`,
      layout: own,
      isOwned: true,
    });
    outputs.push({ name: `o${index}`, to: name, select: isFanOut ? 'fan-out' : 'same' });
  }
  return outputs;
}

function addCombined(repositories: Repository[], random: Random): void {
  const layout = random.chance(0.8) ? 'one' : 'two';
  const from = repositories.filter((each) => each.layout === layout && each.type !== 'view');
  if (from.length === 0) return;
  const type = random.pick(['and', 'or', 'unless', 'filter'] as const);
  const first = random.pick(from);
  if (type === 'filter' && !isReadable(repositories, first)) return;
  const of = type === 'filter' ? [first.name] : [first.name, random.pick(from).name];
  const above = first.type === 'file' ? random.pick([2, 4, 8]) : random.pick([10, 100, 1000]);
  repositories.push({ type, name: `c${repositories.length}`, layout, of, above });
}

function sourcesOf(random: Random): Repository[] {
  const file = (name: string, layout: Layout, type: 'file' | 'yaml' = 'file'): FileRepository => ({
    type,
    name,
    folder: `in/${name}`,
    layout,
    isOwned: false,
  });
  return [
    file('u', 'unit'),
    file('a', 'one'),
    ...(random.chance(0.6) ? [file('b', 'one')] : []),
    ...(random.chance(0.4) ? [file('rec', 'one', 'yaml')] : []),
    ...(random.chance(0.4) ? [file('p', 'two')] : []),
    ...(random.chance(0.15) ? [{ type: 'view', name: 'vi', folder: 'in', layout: 'two' } as const] : []),
  ];
}

function filesFor(repositories: readonly Repository[], random: Random): Record<string, string> {
  const files: Record<string, string> = {};
  for (let index = 0; index < HEADERS; index++) files[`in/hdr/h${index}.txt`] = textFor('file', random);
  for (const repository of repositories) {
    if (repository.type !== 'file' && repository.type !== 'yaml') continue;
    if (repository.isOwned) continue;
    const keys = repository.layout === 'unit' ? [''] : random.some(KEYS, 0.45);
    for (const key of keys) {
      const members = repository.layout === 'two' ? random.some(MEMBERS, 0.4) : [''];
      for (const member of members)
        files[pathOf(repository, member === '' ? key : `${key}/${member}`)] = textFor(
          repository.type,
          random,
        );
    }
  }
  return files;
}

export function textFor(type: 'file' | 'yaml', random: Random): string {
  if (type === 'file')
    return Array.from({ length: random.between(1, 3) }, () => `${random.below(300)}\n`).join('');
  const ref = random.chance(0.85) ? [`ref: ${JSON.stringify(random.pick(KEYS.slice(0, 4)))}\n`] : [];
  const noise = random.chance(0.4) ? [`# ${random.below(99)}\n`] : [];
  return random.shuffled([...ref, ...noise, `n: ${random.below(300)}\n`]).join('');
}

function isRecords(pipeline: Pipeline, repository: Repository): boolean {
  if (repository.type === 'filter' || repository.type === 'unless')
    return isRecords(pipeline, repositoryOf(pipeline, repository.of[0]!));
  return repository.type === 'yaml';
}

/** Whether a member's value is one path or one record. */
function isReadable(repositories: readonly Repository[], repository: Repository): boolean {
  if (repository.type === 'filter' || repository.type === 'unless')
    return isReadable(
      repositories,
      repositories.find((each) => each.name === repository.of[0])!,
    );
  return repository.type !== 'and' && repository.type !== 'or';
}

function isPlainFile(repository: Repository): boolean {
  return repository.type === 'file';
}

function isCombined(repository: Repository, types: readonly string[]): boolean {
  return types.includes(repository.type);
}
