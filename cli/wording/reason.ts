// The sentence for each reason why a job runs, and for each verdict. Knows not how they were found.
import type { Reason, Verdict } from '../../engine/index.ts';

/** A clause that can follow "because", without a full stop: `input book changed: books/emma.txt`. */
export function reasonText(reason: Reason): string {
  switch (reason.type) {
    case 'forced':
      return 'forced by --force';
    case 'never-built':
      return 'never built';
    case 'always':
      return 'its task says rerun: always';
    case 'not-reusable':
      return 'its last success is not to be reused (invalidates_cache)';
    case 'record-lost':
      return `the record of its last success is lost: ${reason.detail}`;
    case 'definition-changed':
      return `definition changed: ${reason.part}`;
    case 'input-added':
      return `input ${reason.link} has a new member${member(reason)}`;
    case 'input-changed':
      return `input ${reason.link} changed${member(reason)}`;
    case 'input-removed':
      return `input ${reason.link} lost a member${member(reason)}`;
    case 'discovered-changed':
      return `a file that it read changed: ${reason.path}`;
    case 'discovered-removed':
      return `a file that it read is gone: ${reason.path}`;
    case 'output-missing':
      return `output ${reason.link} is missing${member(reason)}`;
    case 'output-changed':
      return `output ${reason.link} was changed by something else${member(reason)}`;
    case 'upstream':
      return `${reason.job} runs before it and may change input ${reason.link}`;
    default:
      return reason satisfies never;
  }
}

/** What was there at the last success and what is there now, where the reason knows it. */
export function reasonChange(
  reason: Reason,
): { readonly before: string; readonly after: string } | undefined {
  switch (reason.type) {
    case 'definition-changed':
      if (reason.before === undefined && reason.after === undefined) return undefined;
      return { before: reason.before ?? '(not set)', after: reason.after ?? '(not set)' };
    case 'input-changed':
      return { before: reason.before, after: reason.after };
    case 'forced':
    case 'never-built':
    case 'always':
    case 'not-reusable':
    case 'record-lost':
    case 'input-added':
    case 'input-removed':
    case 'discovered-changed':
    case 'discovered-removed':
    case 'output-missing':
    case 'output-changed':
    case 'upstream':
      return undefined;
    default:
      return reason satisfies never;
  }
}

/** What follows the job's name: `count/emma is up to date`. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.type) {
    case 'up-to-date':
      return 'is up to date';
    case 'run':
      return verdict.reasons.every(({ type }) => type === 'upstream') ? 'may run' : 'would run';
    case 'not-ready':
      return `is not ready: link ${verdict.link}: ${verdict.detail}`;
    case 'fail':
      return `would fail: ${verdict.detail}`;
    case 'blocked':
      return `is blocked: link ${verdict.link} waits for ${verdict.by}`;
    case 'blocked-by-failure':
      return `is blocked, because ${verdict.by} failed`;
    case 'cancelled':
      return `is cancelled: link ${verdict.link}: ${verdict.by} is there`;
    default:
      return verdict satisfies never;
  }
}

function member(reason: { readonly key: string; readonly path?: string }): string {
  const name = reason.path ?? reason.key;
  return name === '' ? '' : `: ${name}`;
}
