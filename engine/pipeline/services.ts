// Ties tasks to the services that they need: each service writes a repository of its own, whose members are its running
// processes, and who needs it reads that. So all that holds for repositories holds for services: order, cycles, gating,
// and that nothing is made before someone reads it. Knows no process.
import { didYouMean } from '../base/did-you-mean.ts';
import { below, type Context, type Located } from './context.ts';
import type { LinkSpec } from './link-spec.ts';
import { outwards } from './names.ts';
import type { MemoryDraft, RepositoryDraft } from './repository-draft.ts';
import type { TaskDraft } from './task-draft.ts';
import type { LinkDraft } from './task-links.ts';

export interface TiedServices {
  readonly tasks: readonly TaskDraft[];
  readonly drafts: readonly RepositoryDraft[];
}

export function tieServices(tasks: readonly TaskDraft[], context: Context): TiedServices {
  const drafts = new Map<string, MemoryDraft>();
  for (const { name, at, service } of tasks) {
    if (service)
      drafts.set(name, {
        type: 'memory',
        name: `service ${name}`,
        at,
        declared: true,
        acceptStrays: false,
        ofService: true,
      });
  }
  if (drafts.size === 0 && tasks.every((task) => task.needs.length === 0)) return { tasks, drafts: [] };
  const names = new Set(tasks.map((task) => task.name));
  const tied = tasks.map((task): TaskDraft => {
    const own = drafts.get(task.name);
    const links = [
      ...task.links,
      ...task.needs.flatMap((name, index) => {
        const where = below(task.origin, 'needs', index);
        const found = find(name, where, drafts, names, context);
        return found ? [needed(found, where)] : [];
      }),
      ...(own ? [made(own, task)] : []),
    ];
    return { ...task, links };
  });
  return { tasks: tied, drafts: [...drafts.values()] };
}

/** A name is looked for in its own file first, then in those that include it. */
function find(
  name: string,
  where: Located,
  drafts: ReadonlyMap<string, MemoryDraft>,
  names: ReadonlySet<string>,
  { faults }: Context,
): MemoryDraft | undefined {
  const candidates = outwards(where.prefix).map((outer) => outer + name);
  const found = candidates.find((each) => drafts.has(each));
  if (found !== undefined) return drafts.get(found);
  const at = where.document.at(where.path);
  if (candidates.some((each) => names.has(each)))
    faults.error('no-service', `"${name}" is a task, but no service`, at, {
      hint: 'read one of its outputs instead, or say `service: true` in it',
    });
  else
    faults.error('unknown-service', `there is no service "${name}"`, at, {
      expected: drafts.size === 0 ? 'a task with `service: true`' : [...drafts.keys()].join(', '),
      ...didYouMean(name, drafts.keys()),
    });
  return undefined;
}

/** Every one of a service's processes; a service that no key makes has one. */
function needed(repository: MemoryDraft, where: Located): LinkDraft {
  const flags = { isInput: true, isOutput: false, requiredForStart: true, requiredForOutput: false };
  return { spec: specOf(repository, where, flags), repository, select: { type: 'all' } };
}

function made(repository: MemoryDraft, { origin, links }: TaskDraft): LinkDraft {
  const flags = { isInput: false, isOutput: true, requiredForStart: false, requiredForOutput: true };
  const isKeyed = links.some(
    ({ select, spec }) => spec.requiredForStart && (select.type === 'same' || select.type === 'keys'),
  );
  const spec = specOf(repository, below(origin, 'service'), flags);
  return { spec, repository, select: { type: isKeyed ? 'same' : 'unit' } };
}

type Flags = Pick<LinkSpec, 'isInput' | 'isOutput' | 'requiredForStart' | 'requiredForOutput'>;

function specOf({ name }: MemoryDraft, where: Located, flags: Flags): LinkSpec {
  return {
    ...flags,
    name,
    reference: name,
    referenceAt: where,
    where,
    isStatus: false,
    cancels: false,
    requiredForSuccess: false,
    inhibitsStart: false,
    inhibitsOutput: false,
    min: 1,
    inPlace: false,
  };
}
