// `pipe rm`: removes members, what jobs made, and with `downstream` what was made from those. Decides which first and
// removes then; knows no terminal.
//
//   of a repository   its members: of one that a task writes only what pipe made and nobody changed since
//   of a task or job  the job's outputs and status members; with `rerun` its record too, so that it runs again
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { RepositoryPlan } from '../../model/plan.ts';
import type { RemoveReport, RemoveRequest, RequestFault } from './member-types.ts';
import { membersNow } from './members-now.ts';
import type { Lock } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { callFault, keyOf, resolveTarget } from '../reference.ts';
import type { Target } from '../reference.ts';
import { Removal } from './removal.ts';

type Request = Omit<RemoveRequest, 'onWait' | 'stop'>;

export async function remove(
  looking: Looking,
  request: Request,
  lock: Lock,
): Promise<Result<RemoveReport, RequestFault>> {
  const { plan } = looking;
  const target = resolveTarget(plan, request.target);
  if (!target.ok) return target;
  const written = request.keys.map(keyOf);
  if (target.value.type === 'task' && target.value.key !== undefined) {
    if (written.length > 0 || request.all)
      return err(callFault('extra-key', `${request.target} names a job already: no KEY may follow`));
    written.push(target.value.key);
  }
  if (written.length > 0 && request.all)
    return err(callFault('extra-key', 'keys and --all exclude each other'));
  if (request.rerun && target.value.type === 'repository')
    return err(
      callFault('not-a-task', `--rerun is about jobs, and ${request.target} is a repository`, {
        expected: 'a task, or task/key',
      }),
    );
  const held = needsLock(looking, target.value, request) ? await lock() : ok(undefined);
  if (!held.ok) return held;
  using _held = held.value;
  const members = await membersNow(
    looking,
    plan.repositories.map((each) => each.id),
    { everyJob: true },
  );
  if (!members.ok) return members;
  const removal = new Removal(looking, members.value, request);
  const begun =
    target.value.type === 'repository'
      ? await removal.startAtMembers(target.value.repository, written)
      : removal.startAtJobs(target.value.task, written);
  if (!begun.ok) return begun;
  if (request.downstream) removal.follow();
  return ok(request.dryRun ? removal.report() : await removal.carryOut());
}

/** Sources can go at any time, as by any other program; what tasks make is the builder's. */
function needsLock({ plan }: Looking, target: Target, { downstream, dryRun }: Request): boolean {
  if (dryRun) return false;
  if (downstream || target.type === 'task') return true;
  const stack: RepositoryPlan[] = [target.repository];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.writers.length > 0 || ('sees' in next && next.sees.length > 0)) return true;
    if ('children' in next) stack.push(...next.children.map((child) => plan.repositories[child.repository]!));
  }
  return false;
}
