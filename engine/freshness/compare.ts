// The one walk that decides whether a job is up to date and explains it: a record against today, difference by
// difference in a fixed order. A pure function; knows no file, store or graph.
import { UNKNOWN_FINGERPRINT } from '../model/fingerprint.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { Reason } from '../model/reason.ts';
import type { OutputRow, RecordRow } from '../store/rows.ts';
import { compareDefinitions } from './definition.ts';
import type { Definition, DefinitionParts } from './definition.ts';
import { printInputs, readInputs } from './inputs.ts';
import type { LinkInput } from './inputs.ts';

export interface Today {
  readonly definition: Definition;
  readonly inputs: readonly LinkInput[];
  readonly forced: boolean;
  /** Whether it runs in any case (`rerun: always`). */
  readonly always: boolean;
}

/** What the walk looks up, each only when it is needed. */
export interface Lookups {
  /** A shared text of the store by its digest. */
  readonly text: (digest: string) => string | undefined;
  readonly definitionParts: (digest: string) => DefinitionParts | undefined;
  /** The fingerprint of a recorded output where it lies now; undefined when it is missing. */
  readonly outputNow: (output: OutputRow) => Fingerprint | undefined;
  /** The fingerprint of a discovered file now. */
  readonly discoveredNow: (path: string) => Fingerprint | undefined;
  /** The path of a member, for messages. */
  readonly pathOf: (link: string, key: string) => string | undefined;
  /** The printed name of the job that will make an input that is not known yet. */
  readonly makerOf: (link: string, key: string) => string;
}

/** Told of each difference; returns whether the walk should go on. */
export type Sink = (reason: Reason) => boolean;

/**
 * Walks the differences in the order forced, never built, definition, inputs, discovered inputs, outputs. Finds none
 * exactly when the job is up to date.
 */
export function compareJob(record: RecordRow | undefined, today: Today, look: Lookups, sink: Sink): void {
  if (today.forced && !sink({ type: 'forced' })) return;
  if (!record || record.state === 'committing') {
    sink(NEVER_BUILT);
    return;
  }
  if (record.state === 'spent' && !sink({ type: 'not-reusable' })) return;
  if (today.always && !sink({ type: 'always' })) return;
  if (record.definition !== today.definition.digest) {
    for (const reason of compareDefinitions(
      look.definitionParts(record.definition),
      today.definition.parts,
    )) {
      if (!sink(reason)) return;
    }
  }
  if (record.inputs !== printInputs(today.inputs) && !compareInputs(record, today.inputs, look, sink)) return;
  if (record.discovered !== '' && !compareDiscovered(record.discovered, look, sink)) return;
  for (const output of record.outputs) {
    const now = look.outputNow(output);
    if (now === output.fingerprint) continue;
    const type = now === undefined ? 'output-missing' : 'output-changed';
    if (!sink({ type, link: output.link, key: output.key, ...pathPart(output.path) })) return;
  }
}

/** One for all, since each job of a first build waits for its turn with it. */
const NEVER_BUILT: Reason = { type: 'never-built' };

/** Whether a job is up to date, with the first difference if it is not. */
export function firstDifference(
  record: RecordRow | undefined,
  today: Today,
  look: Lookups,
): Reason | undefined {
  let first: Reason | undefined;
  compareJob(record, today, look, (reason) => {
    first = reason;
    return false;
  });
  return first;
}

/** Every difference, at most `limit`. */
export function allDifferences(
  record: RecordRow | undefined,
  today: Today,
  look: Lookups,
  limit = 1000,
): Reason[] {
  const reasons: Reason[] = [];
  compareJob(record, today, look, (reason) => reasons.push(reason) < limit);
  return reasons;
}

function compareInputs(record: RecordRow, inputs: readonly LinkInput[], look: Lookups, sink: Sink): boolean {
  const before = readInputs(record.inputs, look.text);
  for (const input of inputs) {
    const was = before.get(input.link);
    before.delete(input.link);
    if (was === 'lost') {
      if (!sink({ type: 'record-lost', detail: `what link ${input.link} held` })) return false;
      continue;
    }
    const now = membersOf(input);
    for (const [key, fingerprint] of now) {
      const old = was?.get(key);
      if (old === fingerprint) continue;
      if (fingerprint === UNKNOWN_FINGERPRINT) {
        if (!sink({ type: 'upstream', link: input.link, key, job: look.makerOf(input.link, key) }))
          return false;
        continue;
      }
      const path = pathPart(look.pathOf(input.link, key));
      const reason: Reason =
        old === undefined
          ? { type: 'input-added', link: input.link, key, ...path }
          : { type: 'input-changed', link: input.link, key, ...path, before: old, after: fingerprint };
      if (!sink(reason)) return false;
    }
    for (const key of was?.keys() ?? []) {
      if (
        !now.has(key) &&
        !sink({ type: 'input-removed', link: input.link, key, ...pathPart(look.pathOf(input.link, key)) })
      )
        return false;
    }
  }
  for (const [link, was] of before) {
    for (const key of was === 'lost' ? [] : was.keys())
      if (!sink({ type: 'input-removed', link, key })) return false;
  }
  return true;
}

function membersOf(input: LinkInput): Map<string, Fingerprint> {
  if (input.type === 'one') return new Map([[input.key, input.fingerprint]]);
  return input.set.members();
}

function compareDiscovered(text: string, look: Lookups, sink: Sink): boolean {
  for (const line of text.split('\n')) {
    const tab = line.lastIndexOf('\t');
    if (tab < 0) continue;
    const path = line.slice(0, tab);
    const now = look.discoveredNow(path);
    if (now === line.slice(tab + 1)) continue;
    if (!sink({ type: now === undefined ? 'discovered-removed' : 'discovered-changed', path })) return false;
  }
  return true;
}

function pathPart(path: string | undefined): { path?: string } {
  return path ? { path } : {};
}
