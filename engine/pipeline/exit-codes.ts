// The named exit statuses of a task: its recipe's, then its own. Knows nothing of how a job ends.
import type { ExitCodes as ExitCodesForm } from '../../schemas/generated/pipeline.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import type { ExitCode, ExitCodes } from '../model/exit-code.ts';
import type { RetryPlan } from '../model/plan.ts';
import { below, type Context, type Located } from './context.ts';
import { oneOf } from './words.ts';

/** One file's `exit_codes:`. Two names for one status are a fault. */
export function compileExitCodes(
  forms: ExitCodesForm | undefined,
  where: Located,
  { faults }: Context,
): ExitCodes {
  const codes: Record<string, ExitCode> = {};
  for (const [label, form] of Object.entries(forms ?? {})) {
    const other = Object.values(codes).find(({ status }) => status === form.status);
    if (other !== undefined) {
      const first = where.document.keyAt([...where.path, other.label]);
      faults.error(
        'duplicate-status',
        `the status ${form.status} has two names, "${other.label}" and "${label}"`,
        where.document.keyAt([...where.path, label]),
        { related: [{ message: 'first here', location: first }] },
      );
    }
    codes[label] = {
      label,
      status: form.status,
      message: form.message,
      ignore: form.ok ?? false,
      retry: form.retry ?? true,
      invalidatesCache: form.invalidates_cache ?? false,
    };
    if (codes[label].invalidatesCache && !codes[label].ignore) {
      faults.warn(
        'unused-setting',
        `\`invalidates_cache\` says nothing here: a job that ends with ${label} failed, and runs again in any case`,
        where.document.keyAt([...where.path, label, 'invalidates_cache']),
        { hint: 'with `ok: true` the job succeeds' },
      );
    }
  }
  return codes;
}

/** The codes of `nearer`, then those of `farther` whose name and status it does not have. */
export function overExitCodes(nearer: ExitCodes, farther: ExitCodes): ExitCodes {
  const taken = new Set(Object.values(nearer).map(({ status }) => status));
  const rest = Object.entries(farther).filter(
    ([label, { status }]) => !Object.hasOwn(nearer, label) && !taken.has(status),
  );
  return { ...nearer, ...Object.fromEntries(rest) };
}

/** What `retry.on` names, as statuses and the kinds of failure that are none. */
export function retryOn(
  names: readonly (number | string)[],
  codes: ExitCodes,
  where: Located,
  { faults }: Context,
): RetryPlan['on'] {
  return names.flatMap((name, index) => {
    if (typeof name === 'number') return name;
    if (name === 'timeout' || name === 'MISSING_OUTPUT' || name === 'INVALID_OUTPUT') return name;
    const code = Object.hasOwn(codes, name) ? codes[name] : undefined;
    if (code !== undefined) return code.status;
    const known = [...Object.keys(codes), 'timeout', 'MISSING_OUTPUT', 'INVALID_OUTPUT'];
    const place = below(where, index);
    faults.error('unknown-exit-code', `there is no exit code "${name}"`, place.document.at(place.path), {
      expected: oneOf(known),
      ...didYouMean(name, known),
    });
    return [];
  });
}
