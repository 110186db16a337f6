// Looks into repositories and changes of single members, each with the state opened and a way to the build lock. Knows what
// each needs, and nothing of how it is done.
import { err } from '../../base/result.ts';
import { BuildLock } from '../../store/lock.ts';
import { backup } from './backup.ts';
import { inject } from './inject.ts';
import { listMembers, overview } from './list-members.ts';
import type { Answer, MemberCommands, RemoveRequest, Waiting } from './member-types.ts';
import type { Lock } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { LOOKS, UNENDING } from '../looks.ts';
import { readMember } from './read-member.ts';
import { keyOf } from '../reference.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';

/** Opens the state for one piece of work. */
export type Reading = <T>(work: (looking: Looking) => Promise<T>) => Promise<T>;

export class SessionMembers implements MemberCommands {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  overview(): ReturnType<MemberCommands['overview']> {
    return this.#reading(overview);
  }

  links(): ReturnType<MemberCommands['links']> {
    return this.#reading((looking) => LOOKS.links(looking, undefined, UNENDING));
  }

  list(expression: string, options: { readonly current?: boolean } = {}): Answer<readonly string[]> {
    return this.#reading((looking) => listMembers(looking, expression, options.current ?? false));
  }

  read(repository: string, key: string): ReturnType<MemberCommands['read']> {
    return this.#reading((looking) => readMember(looking, repository, keyOf(key)));
  }

  inject(
    repository: string,
    key: string,
    content: Uint8Array,
    options: Waiting & { readonly force: boolean },
  ): ReturnType<MemberCommands['inject']> {
    return this.#reading((looking) =>
      inject(
        looking,
        { name: repository, key: keyOf(key), content, force: options.force },
        lockOf(looking, 'pipe inject', options),
      ),
    );
  }

  remove(request: RemoveRequest): ReturnType<MemberCommands['remove']> {
    return this.#reading((looking) => remove(looking, request, lockOf(looking, 'pipe rm', request)));
  }

  trace(keys: readonly string[], options: { readonly all: boolean }): ReturnType<MemberCommands['trace']> {
    return this.#reading((looking) => LOOKS.trace(looking, { keys, all: options.all }, UNENDING));
  }

  /** Beside a builder too: a record that came too early or too late for its outputs only makes its job run. */
  backup(
    folder: string,
    names: readonly string[],
    options: { readonly all: boolean; readonly force: boolean },
  ): ReturnType<MemberCommands['backup']> {
    return this.#reading((looking) => backup(looking, { folder, names, ...options }));
  }

  restore(
    folder: string,
    names: readonly string[],
    options: Waiting & { readonly all: boolean; readonly force: boolean },
  ): ReturnType<MemberCommands['restore']> {
    return this.#reading((looking) =>
      restore(looking, { folder, names, ...options }, lockOf(looking, 'pipe restore', options)),
    );
  }
}

function lockOf({ state }: Looking, command: string, { onWait, stop }: Waiting): Lock {
  return async () => {
    const lock = await BuildLock.acquire(state, command, onWait, stop);
    return lock.ok ? lock : err({ ...lock.error, severity: 'error', of: 'data' });
  };
}
