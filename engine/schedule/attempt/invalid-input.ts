// Whether a record is what a recipe's input port takes. Knows no task.
import type { JobFailure } from '../../model/failure.ts';
import type { Port } from '../../model/port.ts';
import { checkPort } from '../../ports/check.ts';
import type { MemberValue } from '../../repository/port.ts';

/** The failure of a job that reads `value` through `link`; a path is not looked into. */
export function invalidInput(
  port: Port | undefined,
  link: string,
  key: string,
  value: MemberValue | undefined,
): JobFailure | undefined {
  if (port === undefined || value?.type !== 'record') return undefined;
  const [fault] = checkPort(port, value.value, link);
  if (fault === undefined) return undefined;
  const within = [link, ...(fault.within ?? [])].join('.');
  const message = fault.expected === undefined ? fault.message : `expected ${fault.expected}`;
  return { type: 'invalid-input', link: within, path: value.path ?? key, message };
}
