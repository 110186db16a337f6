// Whether a reason that pipe gives for a run is true, by the oracle's own memory. Knows no build in progress.
import type { Reason } from '../../engine/index.ts';
import { filesOf } from './disk.ts';
import type { Disk } from './disk.ts';
import type { JobTruth } from './evaluate.ts';
import { isAsMade } from './records.ts';
import type { Record } from './records.ts';

/** What is wrong with the reason, or undefined if it is a difference that there really is. */
export function faultOf(
  reason: Reason,
  job: JobTruth,
  record: Record | undefined,
  before: Disk,
  isForced: boolean,
): string | undefined {
  const isTrue = holds(reason, job, record, before, isForced);
  return isTrue
    ? undefined
    : `${job.task}/${job.key} ran for a reason that is not so: ${JSON.stringify(reason)}`;
}

function holds(
  reason: Reason,
  { action }: JobTruth,
  record: Record | undefined,
  before: Disk,
  isForced: boolean,
): boolean {
  if (reason.type === 'forced') return isForced;
  if (!record) return reason.type === 'never-built';
  if (!record.isSure) return true;
  switch (reason.type) {
    case 'never-built':
    case 'record-lost':
    case 'always':
    case 'upstream':
      return false;
    case 'definition-changed':
      return record.action.definition !== action?.definition;
    case 'input-added':
    case 'input-changed':
    case 'input-removed': {
      const was = record.action.inputs[reason.link]?.[reason.key];
      const is = action?.inputs[reason.link]?.[reason.key];
      const type = was === undefined ? 'input-added' : is === undefined ? 'input-removed' : 'input-changed';
      return was !== is && reason.type === type;
    }
    case 'discovered-changed':
    case 'discovered-removed': {
      const was = record.action.discovered[reason.path];
      const file = filesOf(before).get(reason.path);
      const is = file && `${file.text}${file.executable ? '+x' : ''}`;
      return was !== undefined && was !== is && (reason.type === 'discovered-removed') === (is === undefined);
    }
    case 'output-missing':
    case 'output-changed': {
      const path = reason.path ?? '';
      const text = record.outputs.get(path);
      // What pipe calls missing may be there as something that is no file.
      const isMissing = reason.type === 'output-missing' ? !filesOf(before).has(path) : before.has(path);
      return text !== undefined && !isAsMade(before, path, text) && isMissing;
    }
    // No task of the oracle has exit codes.
    case 'not-reusable':
      return false;
    default:
      return reason satisfies never;
  }
}
