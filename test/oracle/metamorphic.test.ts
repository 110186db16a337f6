// What must hold between two builds whatever the pipeline computes: these tests ask no truth, only what ran.
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskOf } from './disk.ts';
import { generate } from './generate.ts';
import { extension, pathOf } from './model.ts';
import type { FileRepository, Pipeline } from './model.ts';
import { Project } from './project.ts';
import { Random } from './random.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => 9000 + index);

describe.each(SEEDS)('pipeline of seed %i', (seed) => {
  test('touching all runs nothing', async () => {
    await using story = await Story.start(seed);
    for (const path of story.sources())
      utimesSync(join(story.project.root, path), 1_600_000_000, 1_600_000_000);
    expect(await story.build()).toEqual([]);
  });

  test('another order of keys in the pipeline runs nothing', async () => {
    await using story = await Story.start(seed);
    story.change((pipeline) => ({ ...pipeline, order: pipeline.order + 1 }));
    expect(await story.build()).toEqual([]);
  });

  test('an edit that is taken back before a build runs nothing, and after it what the edit did', async () => {
    await using story = await Story.start(seed);
    const path = join(story.project.root, story.sources()[0]!);
    const text = readFileSync(path, 'utf8');
    const other = path.endsWith('.yaml') ? 'ref: k1\nn: 777\n' : `777\n${text}`;
    writeFileSync(path, other);
    writeFileSync(path, text);
    expect(await story.build()).toEqual([]);
    writeFileSync(path, other);
    const there = await story.build();
    writeFileSync(path, text);
    const back = await story.build();
    // Where a content decides which jobs there are, some are made anew.
    if (hasFixedKeys(story.pipeline)) expect(back).toEqual(there);
    expect(await story.build()).toEqual([]);
  });

  test('a key that is added runs its own jobs and those that read all keys', async () => {
    await using story = await Story.start(seed);
    const sources = story.pipeline.repositories.filter(
      (each): each is FileRepository => each.type === 'file' && !each.isOwned && each.layout === 'one',
    );
    for (const source of sources) story.project.put(pathOf(source, 'new99'), '5\n');
    const own = keyedOnly(story.pipeline);
    const wrong = (await story.build()).filter((job) => {
      const [task, ...key] = job.split('/');
      return own.has(task!) && key.join('/') !== 'new99';
    });
    expect(wrong).toEqual([]);
  });

  test('a task with another name runs its own jobs again, and their equal results run nothing', async () => {
    await using story = await Story.start(seed);
    const { name } = story.pipeline.tasks[0]!;
    story.change((pipeline) => ({
      ...pipeline,
      tasks: pipeline.tasks.map((task) => (task.name === name ? { ...task, name: 'renamed' } : task)),
    }));
    const expected = story.first.flatMap((job) =>
      job.startsWith(`${name}/`) ? [job.replace(name, 'renamed')] : [],
    );
    expect(await story.build()).toEqual(expected.toSorted());
  });
});

/** A generated project that was built once and has nothing that fails. */
class Story {
  readonly project = new Project();
  pipeline: Pipeline;
  /** What the first build ran. */
  first: readonly string[] = [];

  private constructor(pipeline: Pipeline) {
    this.pipeline = pipeline;
  }

  static async start(seed: number): Promise<Story> {
    const { pipeline, files } = generate(new Random(seed));
    const story = new Story({ ...pipeline, tasks: pipeline.tasks.map((task) => ({ ...task, failsAt: -1 })) });
    for (const [path, text] of Object.entries({ ...namedIn(pipeline), ...files }))
      story.project.put(path, text);
    story.change((same) => same);
    story.first = await story.build();
    return story;
  }

  change(change: (pipeline: Pipeline) => Pipeline): void {
    this.pipeline = change(this.pipeline);
    this.project.write(this.pipeline);
  }

  sources(): string[] {
    return [...diskOf(this.project.root)]
      .flatMap(([path, { type }]) => (type === 'file' && path.startsWith('in/') ? [path] : []))
      .toSorted();
  }

  /** Builds and returns what ran, sorted. */
  async build(): Promise<readonly string[]> {
    const built = await this.project.build({
      targets: [],
      slots: 4,
      onFailure: 'keep-going',
      dryRun: false,
      force: false,
    });
    expect(built.summary?.outcome).toBe('done');
    return built.started.toSorted();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.project.close();
    return Promise.resolve();
  }
}

/** The files that the pipeline names outright: without them it fails. */
function namedIn({ repositories, tasks }: Pipeline): Record<string, string> {
  const named: Record<string, string> = {};
  for (const { from, select } of tasks.flatMap(({ inputs }) => inputs)) {
    const source = repositories.find((each) => each.name === from);
    if (!source || !('isOwned' in source) || source.isOwned) continue;
    if (select.type === 'unit') named[pathOf(source, '')] = '4\n';
    else if (select.type === 'member')
      named[pathOf(source, select.key)] = source.type === 'yaml' ? 'n: 4\n' : '4\n';
  }
  return named;
}

/** No content decides which keys there are. */
function hasFixedKeys({ repositories, tasks }: Pipeline): boolean {
  const links = tasks.flatMap((task) => [...task.inputs, ...task.outputs]);
  return (
    links.every(
      ({ select }) => select !== 'fan-out' && (typeof select === 'string' || select.type !== 'join'),
    ) && repositories.every(({ type }) => type !== 'filter')
  );
}

/** Tasks whose jobs read nothing but the members of their own key, as far as their sources. */
function keyedOnly(pipeline: Pipeline): Set<string> {
  const keyed = new Set<string>();
  const isKeyed = (name: string): boolean => {
    const repository = pipeline.repositories.find((each) => each.name === name)!;
    if ('of' in repository) return repository.of.every(isKeyed);
    if (repository.type === 'view') return false;
    if (extension(repository) === '.yaml' || repository.layout !== 'one') return false;
    const writer = pipeline.tasks.find((task) => task.outputs.some((output) => output.to === name));
    return (
      writer === undefined ||
      (keyed.has(writer.name) && writer.outputs.every(({ select }) => select === 'same'))
    );
  };
  for (const task of pipeline.tasks)
    if (task.inputs.every(({ from, select }) => select.type === 'same' && isKeyed(from)))
      keyed.add(task.name);
  return keyed;
}
