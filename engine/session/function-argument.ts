// What a function's job is told about its links, as plain JSON. Knows no executor's workings.
import { resolve } from 'node:path';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type {
  FunctionArgument,
  LinkArgument,
  MemberArgument,
  OutputFormat,
} from '../executor/function/argument.ts';
import type { JobFailure } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';
import { isPacked } from '../repository/port.ts';
import type { Job } from '../schedule/job.ts';
import { isNewlyKeyed } from '../schedule/attempt/new-keys.ts';
import type { OutputSlot } from '../schedule/attempt/output-slot.ts';
import type { LinkMembers } from '../schedule/keys/resolution.ts';
import type { KeySplitter } from '../schedule/keys/bind.ts';
import type { Values } from './values.ts';

export function functionArgument(
  job: Job,
  links: readonly LinkMembers[],
  outputs: readonly OutputSlot[],
  params: JsonObject,
  values: Values,
  splitter: KeySplitter,
  root: string,
): Result<FunctionArgument, JobFailure> {
  const task = job.task.plan;
  const named: Record<string, LinkArgument> = {};
  for (const link of task.links)
    if (link.isInput && !link.requiredForStart) named[link.name] = { type: 'absent' };
  for (const { link, shape, members } of links) {
    // A service has no content.
    if ('ofService' in link.members.plan) continue;
    const found: MemberArgument[] = [];
    for (const member of members) {
      const value = values.of(link.plan.repository, member.key);
      if (!value.ok) return err({ type: 'render', message: value.error.message });
      if (!value.value) continue;
      const { path } = value.value;
      const absolute = path === undefined ? {} : { path: resolve(root, path) };
      found.push(
        value.value.type === 'path'
          ? { type: 'path', key: member.key, path: resolve(root, value.value.path) }
          : { type: 'record', key: member.key, value: value.value.value, ...absolute },
      );
    }
    named[link.plan.name] =
      shape === 'many'
        ? { type: 'inputs', members: found }
        : found[0]
          ? { type: 'input', member: found[0] }
          : { type: 'absent' };
  }
  for (const slot of outputs) named[slot.link.plan.name] = outputArgument(job, slot, root);
  return ok({
    task: task.name,
    key: job.key,
    fields: fieldsWithoutKey(splitter, job.key),
    params,
    links: named,
  });
}

function outputArgument(job: Job, slot: OutputSlot, root: string): LinkArgument {
  const format = formatOf(slot.link.members.plan.type);
  const path = resolve(root, slot.staged);
  if (slot.shape === 'one') return { type: 'output', key: slot.key, path, format };
  return { type: 'fan-out', dir: path, format, ...openPart(job, slot) };
}

/** The literals around the fields that stay open once the job's group is bound, below the group's folder. */
function openPart(job: Job, slot: OutputSlot): { literals: string[]; span?: number } {
  const { pattern } = slot.repository!;
  // Any name will do: the key is another.
  if (isNewlyKeyed(slot)) return { literals: ['', ''], span: 0 };
  const bound = slot.link.groupFor!(job.key).split('/').length;
  const open = pattern.fields.length - bound;
  const probe = Array.from({ length: open }, (_, index) => `\u{e000}${index}\u{e001}`);
  const path =
    pattern.format([...(bound > 0 ? [slot.link.groupFor!(job.key)] : []), ...probe].join('/')) ?? '';
  const end = path.length - (isPacked(slot.repository) ? slot.repository.suffix.length : 0);
  const literals = path.slice(slot.real.length + 1, end).split(/\u{e000}\d+\u{e001}/u);
  const span = pattern.spans.slice(bound).indexOf(true);
  return { literals, ...(span < 0 ? {} : { span }) };
}

function formatOf(type: string): OutputFormat {
  return type === 'json' || type === 'memory' ? 'json' : type === 'yaml' ? 'yaml' : 'bytes';
}

function fieldsWithoutKey(splitter: KeySplitter, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(splitter.values(key)).filter(([name]) => name !== 'key'));
}
