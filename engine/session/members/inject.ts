// `pipe inject`: writes one member from outside. Checked before anything is stored; knows no terminal.
//
// Into a repository that no task writes it is a source like any other. Into an owned one it is a member only with
// `accept_strays`; without, `force` writes it all the same and the report says what becomes of it: a build replaces it
// where a job makes that key, and else never looks at it.
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { keyFault } from '../../model/key.ts';
import type { RepositoryPlan } from '../../model/plan.ts';
import type { InjectReport, RequestFault } from './member-types.ts';
import { membersNow } from './members-now.ts';
import type { Lock } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { callFault, dataFault, resolveRepository, wordOf } from '../reference.ts';
import { ownerOf } from './own-place.ts';
import type { StoredRepository } from './own-place.ts';

export interface Injection {
  readonly name: string;
  readonly key: string;
  readonly content: Uint8Array;
  readonly force: boolean;
}

export async function inject(
  looking: Looking,
  { name, key, content, force }: Injection,
  lock: Lock,
): Promise<Result<InjectReport, RequestFault>> {
  const resolved = resolveRepository(looking.plan, name);
  if (!resolved.ok) return resolved;
  const into = (repository: RepositoryPlan): ReturnType<typeof inject> =>
    injectInto(looking, repository, { key, content, force }, lock);
  if (resolved.value.type !== 'fallback' || !('children' in resolved.value)) return into(resolved.value);
  // What the first refuses for its content goes to the other, and is no member of the first any more.
  const [first, other] = resolved.value.children.map((child) => looking.plan.repositories[child.repository]!);
  const tried = await into(first!);
  if (tried.ok || !CONTENT_FAULTS.has(tried.error.code)) return tried;
  const written = await into(other!);
  if (written.ok) await looking.workspace.repositories.get(first!.id)?.remove(key);
  return written;
}

const CONTENT_FAULTS = new Set(['parse', 'schema', 'damaged']);

async function injectInto(
  looking: Looking,
  into: RepositoryPlan,
  { key, content, force }: Omit<Injection, 'name'>,
  lock: Lock,
): Promise<Result<InjectReport, RequestFault>> {
  const { workspace } = looking;
  const target = injectable(looking, into, key);
  if (!target.ok) return target;
  const { repository, key: ownKey } = target.value;
  const stored = workspace.repositories.get(repository.id)!;
  const isOwned = repository.writers.length > 0 && !repository.acceptStrays;
  if (isOwned && !force)
    return err(
      dataFault(
        'owned',
        `${writersOf(looking, repository)} writes ${repository.name}: what is put there from outside is no member`,
        {
          hint: `say accept_strays: true of ${repository.name}, or use --force to write it all the same`,
        },
      ),
    );
  const held = isOwned ? await lock() : ok(undefined);
  if (!held.ok) return held;
  using _held = held.value;
  const replaced = await stored.has(ownKey);
  if (replaced && !force)
    return err(
      dataFault('exists', `${repository.name} has a member ${JSON.stringify(wordOf(ownKey))} already`, {
        hint: '--force overwrites it',
      }),
    );
  const written = await stored.write(ownKey, content);
  if (!written.ok) return err(dataFault(written.error.code, written.error.message));
  const path = workspace.patterns.get(repository.id)?.format(ownKey);
  const warning = isOwned ? await outlook(looking, repository, ownKey) : undefined;
  return ok({
    repository: repository.name,
    key: ownKey,
    ...(path === undefined ? {} : { path }),
    replaced,
    ...(warning === undefined ? {} : { warning }),
  });
}

/** The repository that holds the member in the end, if it can be written at all, and the key there. */
function injectable(
  looking: Looking,
  repository: RepositoryPlan,
  key: string,
): Result<{ readonly repository: StoredRepository; readonly key: string }, RequestFault> {
  if ('children' in repository) {
    const parts = repository.children.map((child) => looking.plan.repositories[child.repository]!.name);
    return err(
      callFault('not-writable', `${repository.name} is made of other repositories and cannot be written`, {
        hint: `inject into ${parts.join(' or ')}`,
      }),
    );
  }
  if (repository.type === 'memory')
    return err(callFault('not-writable', `${repository.name} lives only while a build runs`));
  if (repository.type === 'directory')
    return err(
      callFault('not-writable', `a member of ${repository.name} is a folder, which bytes cannot make`, {
        hint: 'copy a folder to its place',
      }),
    );
  const pattern = looking.workspace.patterns.get(repository.id)!;
  const fault = key === '' ? undefined : keyFault(key);
  const shown = JSON.stringify(key.length > SHOWN ? `${key.slice(0, SHOWN)}…` : wordOf(key));
  if (fault !== undefined || pattern.format(key) === undefined)
    return err(
      callFault('bad-key', `${shown} cannot be a key of ${repository.name}${fault ? `: it ${fault}` : ''}`, {
        expected:
          pattern.fields.length === 0
            ? 'no key: it has one member'
            : `${pattern.fields.map((field) => field || '*').join('/')}, as in ${pattern.text}`,
      }),
    );
  return ok(ownerOf(looking, repository, key));
}

/** Of a key that is none. */
const SHOWN = 60;

function writersOf({ plan }: Looking, repository: RepositoryPlan): string {
  const names = repository.writers.map((id) => plan.tasks[id]!.name);
  return `task ${names.join(', ')}`;
}

/** What a member that was forced into an owned repository comes to. */
async function outlook(looking: Looking, repository: RepositoryPlan, key: string): Promise<string> {
  const members = await membersNow(looking, [repository.id]);
  const made = members.ok && members.value.has(repository.id, key);
  return made
    ? `a job made ${repository.name} ${wordOf(key)}: the next build makes it again and replaces this`
    : `${repository.name} ${wordOf(key)} is a stray: no build reads it`;
}
