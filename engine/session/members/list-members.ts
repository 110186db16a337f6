// `pipe ls`: the keys that a set expression comes to, and an overview of repositories and links. Knows no terminal.
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { LinkCount, RepositoryOverview, RequestFault } from './member-types.ts';
import { membersNow } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { linksTo, resolveRepository, roleOf } from '../reference.ts';
import { evaluate, namesOf, parseSetExpression } from './set-expression.ts';

/** The file that faults in an expression are located in; the caller has its text. */
export const EXPRESSION_FILE = 'expression';

export async function listMembers(
  looking: Looking,
  text: string,
  current: boolean,
): Promise<Result<readonly string[], RequestFault>> {
  const expression = parseSetExpression(text);
  if (!expression.ok) {
    const { from, to, ...fault } = expression.error;
    return err({ ...fault, severity: 'error', of: 'call', location: placeOf(from, to) });
  }
  const repositories = new Map<string, number>();
  for (const { name, from, to } of namesOf(expression.value)) {
    const found = resolveRepository(looking.plan, name);
    if (!found.ok) return err({ ...found.error, ...dashed(name), location: placeOf(from, to) });
    repositories.set(name, found.value.id);
  }
  const members = await membersNow(looking, repositories.values(), { current });
  if (!members.ok) return members;
  return ok(evaluate(expression.value, (name) => members.value.of(repositories.get(name)!)));
}

export async function overview(
  looking: Looking,
): Promise<Result<readonly RepositoryOverview[], RequestFault>> {
  const { plan } = looking;
  const members = await membersNow(
    looking,
    plan.repositories.map((each) => each.id),
  );
  if (!members.ok) return members;
  return ok(
    plan.repositories.map((each) => ({
      name: each.name,
      type: 'ofService' in each ? 'service' : each.type,
      owned: each.writers.length > 0,
      members: members.value.of(each.id).length,
      links: linksTo(plan, each),
    })),
  );
}

export async function countLinks(looking: Looking): Promise<Result<readonly LinkCount[], RequestFault>> {
  const { plan } = looking;
  const members = await membersNow(
    looking,
    plan.repositories.map((each) => each.id),
  );
  if (!members.ok) return members;
  return ok(
    plan.tasks.flatMap((task) =>
      task.links.map((link) => ({
        task: task.name,
        link: link.name,
        repository: plan.repositories[link.repository]!.name,
        role: roleOf(link),
        members: members.value.of(link.repository).length,
      })),
    ),
  );
}

function placeOf(from: number, to: number) {
  return { file: EXPRESSION_FILE, line: 1, col: from + 1, endLine: 1, endCol: to + 1 };
}

/** `a-b` is one name; perhaps two were meant. */
function dashed(name: string): { readonly hint?: string } {
  if (!name.startsWith('-') && !name.endsWith('-')) return {};
  return { hint: 'an operator `-` needs a blank on both sides' };
}
