// `pipe cat`: one member's content, its bytes as they are stored. Knows no terminal.
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Json } from '../../model/json.ts';
import type { RepositoryPlan } from '../../model/plan.ts';
import type { MemberContent, RequestFault } from './member-types.ts';
import { membersNow } from './members-now.ts';
import type { MembersNow } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { dataFault, resolveRepository, wordOf } from '../reference.ts';

export async function readMember(
  looking: Looking,
  name: string,
  key: string,
): Promise<Result<MemberContent, RequestFault>> {
  const found = resolveRepository(looking.plan, name);
  if (!found.ok) return found;
  const repository = found.value;
  const members = await membersNow(looking, [repository.id]);
  if (!members.ok) return members;
  if (!members.value.has(repository.id, key)) return err(await absentFault(looking, repository, key));
  return 'children' in repository
    ? await readCombined(looking, repository, key, members.value)
    : await readStored(looking, repository, key);
}

/** That a key is absent, and what may be meant or lies there instead. */
export async function absentFault(
  { workspace }: Looking,
  repository: RepositoryPlan,
  key: string,
): Promise<RequestFault> {
  const stored = workspace.repositories.get(repository.id);
  const path = workspace.patterns.get(repository.id)?.format(key);
  const hint =
    stored && (await stored.has(key))
      ? path === undefined
        ? 'it is there, but no job of the pipeline made it'
        : `${path} is there, but it is a stray: no job of the pipeline made it`
      : undefined;
  const message = `${repository.name} has no member ${JSON.stringify(wordOf(key))}`;
  return dataFault('absent', message, hint === undefined ? {} : { hint });
}

async function readStored(
  { workspace }: Looking,
  { id, name, type }: RepositoryPlan,
  key: string,
): Promise<Result<MemberContent, RequestFault>> {
  const stored = workspace.repositories.get(id)!;
  const path = workspace.patterns.get(id)?.format(key);
  const place = { repository: name, key, ...(path === undefined ? {} : { path }) };
  if (type === 'directory')
    return err(
      dataFault('directory', `${path} is a folder and has no content of its own`, {
        hint: 'pipe backup copies folders',
      }),
    );
  if (!(await stored.has(key)))
    return err(
      dataFault('not-kept', `${name} ${wordOf(key)} is kept only while a job needs it, and is not there now`),
    );
  const content = await stored.read(key);
  if (!content.ok) return err(dataFault(content.error.code, content.error.message));
  const value = await stored.value(key);
  const record = value.ok && value.value?.type === 'record' ? { value: value.value.value } : {};
  return ok({ ...place, content: content.value, ...record });
}

/** The child whose member a combinator shows: of a `fallback` the first that has it. */
function holderOf(
  { type, children }: Extract<RepositoryPlan, { children: unknown }>,
  key: string,
  members: MembersNow,
): number {
  const first = children[0]!.repository;
  if (type !== 'fallback') return first;
  return children.find((child) => members.has(child.repository, key))?.repository ?? first;
}

/** A combinator passes its first child's member on, or makes a value, whose JSON text is shown. */
async function readCombined(
  looking: Looking,
  repository: Extract<RepositoryPlan, { children: unknown }>,
  key: string,
  members: MembersNow,
): Promise<Result<MemberContent, RequestFault>> {
  const { plan, workspace } = looking;
  const child = plan.repositories[holderOf(repository, key, members)]!;
  const passed = repository.type === 'related' ? members.translate(repository, key) : key;
  const passesOn = ['unless', 'filter', 'related', 'fallback'].includes(repository.type);
  if (passesOn && passed !== undefined) {
    const content =
      'children' in child
        ? await readCombined(looking, child, passed, members)
        : await readStored(looking, child, passed);
    return content.ok ? ok({ ...content.value, repository: repository.name, key }) : content;
  }
  const found = workspace.memberValue(repository.id, key);
  if (!found.ok) return err(dataFault('unreadable', found.error.message));
  const value: Json =
    found.value === undefined ? null : found.value.type === 'path' ? found.value.path : found.value.value;
  const text = typeof value === 'string' ? value : `${JSON.stringify(value, undefined, 2)}\n`;
  return ok({ repository: repository.name, key, content: Buffer.from(text), value });
}
