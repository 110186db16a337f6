// The sentence for each way in which a job fails. Knows not how it was found.
import type { JobFailure } from '../../engine/index.ts';
import { duration } from './duration.ts';

/** What follows the job's name, without a full stop: `exited with status 3`. */
export function failureText(failure: JobFailure): string {
  switch (failure.type) {
    case 'exit':
      return `exited with status ${failure.status}${explained(failure)}`;
    case 'signal':
      return `was ended by ${failure.signal}`;
    case 'timeout':
      return `was killed after its timeout of ${duration(failure.afterMs)}`;
    case 'killed':
      return `was killed by ${failure.by}`;
    case 'missing-output':
      return `did not make its output ${failure.link}: ${failure.path}`;
    case 'unexpected-output':
      return `made ${failure.path}, which does not match ${failure.pattern} of its output ${failure.link}`;
    case 'invalid-output':
      return `made an output ${failure.link} that is not valid: ${failure.path}: ${failure.message}`;
    case 'undeclared-input':
      return `read ${failure.path} of ${failure.repository}, which is not among its inputs: declare a link to it`;
    case 'stray-in-the-way':
      return `would overwrite ${failure.path}, which pipe did not make`;
    case 'unsure':
      return `could not be trusted: ${failure.path} changes while it runs`;
    case 'render':
      return `could not be rendered: ${failure.message}`;
    case 'exception':
      return `threw: ${failure.message}`;
    case 'system':
      return `met a system error: ${failure.message}${systemDetail(failure)}`;
    default:
      return failure satisfies never;
  }
}

function explained(failure: { readonly name?: string; readonly message?: string }): string {
  const parts = [failure.name, failure.message].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` (${parts.join(': ')})`;
}

function systemDetail(failure: {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
}): string {
  const parts = [failure.code, failure.path].filter(
    (part) => part !== undefined && !failure.message.includes(part),
  );
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`;
}
