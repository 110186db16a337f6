// What every repository holds in the oracle's truth: sources as they lie on disk, outputs as they are given, combinators worked
// out from both. Knows no jobs but by what they give.
import { isRecord, recordIn } from './command.ts';
import { keyOf, pathOf, repositoryOf } from './model.ts';
import type { FileRepository, Pipeline, Repository, ViewRepository } from './model.ts';

/** A regular file, links followed. */
export interface FileNow {
  readonly text: string;
  readonly executable: boolean;
}

export interface Member extends FileNow {
  readonly path: string;
  /** `failed`: the job that makes it failed or could not run. */
  readonly state: 'present' | 'failed';
  readonly fingerprint: string;
  /** Of `and`: what its first child holds. */
  readonly first: Member | undefined;
}

export interface Members {
  readonly byKey: ReadonlyMap<string, Member>;
  /** Keys of fan-out jobs that did not succeed: what they would have made is not known. */
  readonly holes: readonly string[];
}

export class Holdings {
  readonly #pipeline: Pipeline;
  readonly #files: ReadonlyMap<string, FileNow>;
  readonly #owned = new Map<string, { byKey: Map<string, Member>; holes: string[] }>();
  readonly #known = new Map<string, Members>();

  constructor(pipeline: Pipeline, files: ReadonlyMap<string, FileNow>) {
    this.#pipeline = pipeline;
    this.#files = files;
    for (const task of pipeline.tasks)
      for (const output of task.outputs) this.#owned.set(output.to, { byKey: new Map(), holes: [] });
  }

  /** What a repository holds; to be asked when all that write it have given. */
  of(name: string): Members {
    let known = this.#known.get(name);
    if (!known) this.#known.set(name, (known = this.#gather(repositoryOf(this.#pipeline, name))));
    return known;
  }

  give(name: string, path: string, text: string): void {
    const repository = repositoryOf(this.#pipeline, name) as FileRepository;
    const key = keyOf(repository, path);
    if (key !== undefined)
      this.#owned.get(name)!.byKey.set(key, memberOf(repository, path, { text, executable: false }));
  }

  /** The member that a job should have made, and did not. */
  giveFailed(name: string, key: string): void {
    const path = pathOf(repositoryOf(this.#pipeline, name) as FileRepository, key);
    this.#owned.get(name)!.byKey.set(key, { ...failed, path });
  }

  giveHole(name: string, hole: string): void {
    this.#owned.get(name)!.holes.push(hole);
  }

  #gather(repository: Repository): Members {
    switch (repository.type) {
      case 'file':
      case 'yaml':
        return this.#owned.get(repository.name) ?? { byKey: this.#onDisk(repository), holes: [] };
      case 'view': {
        const byKey = this.#onDisk(repository);
        const holes: string[] = [];
        for (const [name, members] of this.#owned) {
          const seen = repositoryOf(this.#pipeline, name) as FileRepository;
          for (const [, member] of members.byKey) {
            const key = keyOf(repository, member.path);
            if (key !== undefined) byKey.set(key, member);
          }
          if (members.holes.length > 0 && `${seen.folder}/`.startsWith(`${repository.folder}/`))
            holes.push('');
        }
        return { byKey, holes };
      }
      default:
        return this.#combine(repository);
    }
  }

  #onDisk(repository: FileRepository | ViewRepository): Map<string, Member> {
    const byKey = new Map<string, Member>();
    const owned = [...this.#owned.keys()].map((name) => repositoryOf(this.#pipeline, name) as FileRepository);
    for (const [path, file] of this.#files) {
      const key = keyOf(repository, path);
      if (key === undefined || owned.some((each) => keyOf(each, path) !== undefined)) continue;
      byKey.set(key, memberOf(repository, path, file));
    }
    return byKey;
  }

  #combine(repository: Exclude<Repository, FileRepository | ViewRepository>): Members {
    const children = repository.of.map((name) => this.of(name));
    const byKey = new Map<string, Member>();
    for (const key of new Set(children.flatMap((child) => [...child.byKey.keys()]))) {
      const [first, second] = children.map((child) => child.byKey.get(key));
      const there = [first, second].filter((each) => each !== undefined);
      const isUnsure = children.some((child) => mayHold(child.holes, key));
      switch (repository.type) {
        case 'and':
        case 'or': {
          if (repository.type === 'and' && there.length < children.length) break;
          const isFailed =
            there.some((each) => each.state === 'failed') || (repository.type === 'or' && isUnsure);
          const fingerprint = [first, second]
            .map((each, index) => each && `${index}=${each.fingerprint}`)
            .join(';');
          byKey.set(key, isFailed ? failed : { ...there[0]!, fingerprint, first });
          break;
        }
        case 'unless':
          if (first && second?.state !== 'present') byKey.set(key, second || isUnsure ? failed : first);
          break;
        case 'filter': {
          const value = !first
            ? 0
            : isRecord(this.#pipeline, repository.name)
              ? recordIn(first.text).n
              : first.text.length;
          if (first && (first.state === 'failed' || value > repository.above)) byKey.set(key, first);
          break;
        }
        default:
          repository.type satisfies never;
      }
    }
    return { byKey, holes: children.flatMap((child) => child.holes) };
  }
}

const failed: Member = {
  text: '',
  executable: false,
  path: '',
  state: 'failed',
  fingerprint: '',
  first: undefined,
};

function memberOf(repository: FileRepository | ViewRepository, path: string, file: FileNow): Member {
  const fingerprint = repository.type === 'yaml' ? JSON.stringify(recordIn(file.text)) : fingerprintOf(file);
  return { ...file, path, state: 'present', fingerprint, first: undefined };
}

export function fingerprintOf({ text, executable }: FileNow): string {
  return executable ? `${text}+x` : text;
}

/** Whether a member of that key may be among those that are not known. */
export function mayHold(holes: readonly string[], key: string): boolean {
  return holes.some((hole) => hole === '' || key.startsWith(`${hole}/`));
}
