// From the plain description of a job's links to the handles that its function gets. Knows no process and no module.
import { withMember } from '../../base/with-member.ts';
import { RESERVED_NAMES, type FunctionArgument, type LinkArgument } from './argument.ts';
import type { RecordOutput } from './job.ts';
import { inputHandle, inputList } from './input-handles.ts';
import { fanOut, outputHandle, recordOutput, writeRecord, Writes } from './output-handles.ts';

export interface Handles {
  /** By link name. */
  readonly links: Readonly<Record<string, unknown>>;
  /**
   * To be called with what the function returned: writes it where the rule in `Job` says so, and waits until all that
   * the function began to write is written. Rejects where that fails.
   */
  settle(returned: unknown): Promise<void>;
}

/** Throws for a link that has one of the `RESERVED_NAMES`. */
export function makeHandles(argument: FunctionArgument): Handles {
  const reserved = RESERVED_NAMES.find((name) =>
    Object.keys(argument.links).some((link) => link.split('.')[0] === name),
  );
  if (reserved !== undefined) throw new Error(`a function cannot have a link called "${reserved}"`);
  const writes = new Writes();
  const records: RecordOutput[] = [];
  const written = new Set<RecordOutput>();
  const handleOf = (link: LinkArgument): unknown => {
    switch (link.type) {
      case 'input':
        return inputHandle(link.member);
      case 'inputs':
        return inputList(link.members);
      case 'absent':
        return undefined;
      case 'output': {
        const { key, path, format } = link;
        if (format === 'bytes') return outputHandle(key, path, writes);
        const record = recordOutput(key, path, (value) => {
          written.add(record);
          return writes.track(writeRecord(path, format, value));
        });
        records.push(record);
        return record;
      }
      case 'fan-out':
        return fanOut(link, writes);
      default: {
        const rest: never = link;
        throw new Error(`unknown link ${JSON.stringify(rest)}`);
      }
    }
  };
  let links: Readonly<Record<string, unknown>> = {};
  // `sources.main` is the handle `main` in `sources`.
  for (const [name, link] of Object.entries(argument.links))
    links = withMember(links, name.split('.'), handleOf(link));
  const settle = async (returned: unknown): Promise<void> => {
    const [record] = records;
    if (returned !== undefined && records.length === 1 && !written.has(record!))
      await record!.write(returned);
    await writes.settle();
  };
  return { links, settle };
}
