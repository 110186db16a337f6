// `required_for_success` of a link that is no output: who reads what the task makes needs that link's member too. Gives
// those readers a gate each. Knows no member.
import type { Selector } from '../model/plan.ts';
import type { Context } from './context.ts';
import { NO_FLAGS } from './link-spec.ts';
import { leavesOf, type RepositoryDraft } from './repository-draft.ts';
import type { TaskDraft } from './task-draft.ts';
import type { LinkDraft } from './task-links.ts';

export function withSuccessGates(tasks: readonly TaskDraft[], context: Context): readonly TaskDraft[] {
  const gates = tasks.flatMap((maker) =>
    maker.links
      .filter(({ spec }) => spec.requiredForSuccess && !spec.isOutput)
      .map((gate) => ({ maker, gate, before: makersOf(gate.repository, tasks) })),
  );
  if (gates.length === 0) return tasks;
  return tasks.map((reader) => {
    const added = new Map<string, LinkDraft>();
    for (const { maker, gate, before } of gates) {
      // Whoever makes the member, a review say, has to see what it is about.
      if (reader === maker || before.has(reader)) continue;
      for (const link of reader.links) {
        const select = gateSelect(link, maker, gate, reader, context);
        const name = `${maker.name}_${gate.spec.name}`;
        if (select) added.set(`${name} ${JSON.stringify(select)}`, gateLink(name, link, gate, select));
      }
    }
    return added.size === 0 ? reader : { ...reader, links: [...reader.links, ...added.values()] };
  });
}

/** How the gate's member is found from a link that reads what the maker makes; undefined if it does not. */
function gateSelect(
  link: LinkDraft,
  maker: TaskDraft,
  gate: LinkDraft,
  reader: TaskDraft,
  { faults }: Context,
): Selector | undefined {
  if (!link.spec.isInput && !link.spec.requiredForStart) return undefined;
  const leaves = new Set<RepositoryDraft>(leavesOf(link.repository));
  const output = maker.links.find(({ spec, repository }) => spec.isOutput && leaves.has(repository));
  if (output === undefined) return undefined;
  const { type } = link.select;
  if (output.select.type === 'unit' && gate.select.type === 'unit') return { type: 'unit' };
  const isOne = type === 'same' || type === 'key' || type === 'join';
  if (isOne && output.select.type === 'same' && gate.select.type === 'same') return link.select;
  const { referenceAt } = link.spec;
  const what = gate.repository.name;
  faults.error(
    'required-for-success',
    `"${maker.name}" says that its outputs need ${what}, and which of those this link needs cannot be told`,
    referenceAt.document.at(referenceAt.path),
    {
      expected: 'one member, under the key of the job that makes it',
      hint: `let "${reader.name}" read a repository \`{ type: and, of: … }\` of ${link.repository.name} and ${what}`,
      related: [{ message: 'said here', location: gate.spec.where.document.at(gate.spec.where.path) }],
    },
  );
  return undefined;
}

function gateLink(name: string, link: LinkDraft, gate: LinkDraft, select: Selector): LinkDraft {
  const { where, referenceAt } = link.spec;
  const { reference } = gate.spec;
  return {
    spec: {
      ...NO_FLAGS,
      name,
      reference,
      referenceAt,
      where,
      min: 1,
      inPlace: false,
      requiredForStart: true,
    },
    repository: gate.repository,
    select,
  };
}

/** The tasks that write a repository, and all that they read from. */
function makersOf(repository: RepositoryDraft, tasks: readonly TaskDraft[]): ReadonlySet<TaskDraft> {
  const makers = new Set<TaskDraft>();
  const pending = [repository];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const leaves = new Set<RepositoryDraft>(leavesOf(next));
    for (const task of tasks) {
      const writes = task.links.some(
        ({ spec, repository: each }) => (spec.isOutput || spec.isStatus) && leaves.has(each),
      );
      if (!writes || makers.has(task)) continue;
      makers.add(task);
      for (const { spec, repository: read } of task.links)
        if (spec.isInput || spec.requiredForStart) pending.push(read);
    }
  }
  return makers;
}
