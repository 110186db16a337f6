// What a name in a request refers to: a repository, a link's repository, a task or a job. Knows no state.
import { didYouMean } from '../base/did-you-mean.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { LinkPlan, Plan, RepositoryPlan, TaskPlan } from '../model/plan.ts';
import type { RequestFault } from './members/member-types.ts';

/** How the unit key is written where an empty word would be overlooked; no key is called so. */
export const UNIT_WORD = '.';

export function keyOf(written: string): string {
  return written === UNIT_WORD ? '' : written;
}

/** The other way round, for messages. */
export function wordOf(key: string): string {
  return key === '' ? UNIT_WORD : key;
}

export function callFault(code: string, message: string, more: Partial<RequestFault> = {}): RequestFault {
  return { code, severity: 'error', message, of: 'call', ...more };
}

export function dataFault(code: string, message: string, more: Partial<RequestFault> = {}): RequestFault {
  return { code, severity: 'error', message, of: 'data', ...more };
}

/**
 * The repository of a name, of a path as the pipeline writes it, or of `task.link`. A name in the file goes before
 * `task.link`; names of either may hold dots, so every dot is tried.
 */
export function findRepository(plan: Plan, name: string): RepositoryPlan | undefined {
  const path = name.startsWith('./') ? name.slice(2) : name;
  return (
    plan.repositories.find((each) => each.name === name) ??
    plan.repositories.find((each) => 'pattern' in each && (each.pattern === path || each.name === path)) ??
    repositoryOfLink(plan, name)
  );
}

export function resolveRepository(plan: Plan, name: string): Result<RepositoryPlan, RequestFault> {
  const found = findRepository(plan, name);
  if (found) return ok(found);
  const task = plan.tasks.find((each) => each.name === name);
  if (task) {
    const links = task.links.map((link) => `${task.name}.${link.name}`);
    return err(
      callFault('not-a-repository', `"${name}" is a task, and holds no members itself`, {
        expected: 'a repository, or task.link',
        hint: links.length === 0 ? 'it has no links' : `its links: ${links.slice(0, 10).join(', ')}`,
      }),
    );
  }
  const known = [...plan.repositories.map((each) => each.name), ...linkNames(plan)];
  return err(
    callFault('unknown-repository', `there is no repository "${name}"`, {
      expected: 'a repository, or task.link',
      hint: '`pipe ls` lists them',
      ...didYouMean(name, known),
    }),
  );
}

export type Target =
  | { readonly type: 'repository'; readonly repository: RepositoryPlan }
  | { readonly type: 'task'; readonly task: TaskPlan; readonly key?: string };

/** A repository, `task.link`, a task, or `task/key`. A name that is both is refused, since the meanings differ. */
export function resolveTarget(plan: Plan, name: string): Result<Target, RequestFault> {
  const repository = findRepository(plan, name);
  const task = plan.tasks.find((each) => each.name === name);
  if (repository && task) {
    const link = linkTo(plan, repository);
    const other = link === undefined ? '' : `, or ${link} for the repository`;
    return err(
      callFault('ambiguous-name', `"${name}" is both a task and a repository`, {
        hint: `write ${name}/KEY for a job of the task (${name}/${UNIT_WORD} if it has only one)${other}`,
      }),
    );
  }
  if (repository) return ok({ type: 'repository', repository });
  if (task) return ok({ type: 'task', task });
  const slash = name.indexOf('/');
  const owner = slash < 0 ? undefined : plan.tasks.find((each) => each.name === name.slice(0, slash));
  if (owner) return ok({ type: 'task', task: owner, key: keyOf(name.slice(slash + 1)) });
  const known = [
    ...plan.tasks.map((each) => each.name),
    ...plan.repositories.map((each) => each.name),
    ...linkNames(plan),
  ];
  return err(
    callFault('unknown-target', `nothing in the pipeline is called "${name}"`, {
      expected: 'a repository, task.link, a task, or task/key',
      ...didYouMean(name, known),
    }),
  );
}

/** `task.link` for each link of the plan. */
export function linkNames(plan: Plan): string[] {
  return plan.tasks.flatMap((task) => task.links.map((link) => `${task.name}.${link.name}`));
}

export function linksTo(plan: Plan, repository: RepositoryPlan): string[] {
  return plan.tasks.flatMap((task) =>
    task.links.filter((link) => link.repository === repository.id).map((link) => `${task.name}.${link.name}`),
  );
}

export function roleOf(link: LinkPlan): 'input' | 'output' | 'status' | 'gate' {
  if (link.isStatus) return 'status';
  if (link.isOutput) return 'output';
  return link.isInput ? 'input' : 'gate';
}

function linkTo(plan: Plan, repository: RepositoryPlan): string | undefined {
  return linksTo(plan, repository)[0];
}

function repositoryOfLink(plan: Plan, name: string): RepositoryPlan | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const task = plan.tasks.find((each) => each.name === name.slice(0, dot));
    const link = task?.links.find((each) => each.name === name.slice(dot + 1));
    if (link) return plan.repositories[link.repository];
  }
  return undefined;
}
