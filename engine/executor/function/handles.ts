// From the plain description of a job's links to the handles that its function gets. Knows no process and no module.
import type { FunctionArgument, LinkArgument } from './argument.ts';
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

export function makeHandles(argument: FunctionArgument): Handles {
  const writes = new Writes();
  const records: { written: boolean; readonly write: (value: unknown) => Promise<void> }[] = [];
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
        const record = {
          written: false,
          write(value: unknown): Promise<void> {
            record.written = true;
            return writes.track(writeRecord(path, format, value));
          },
        };
        records.push(record);
        return recordOutput(key, path, record.write);
      }
      case 'fan-out':
        return fanOut(link, writes);
      default: {
        const rest: never = link;
        throw new Error(`unknown link ${JSON.stringify(rest)}`);
      }
    }
  };
  const links = Object.fromEntries(
    Object.entries(argument.links).map(([name, link]) => [name, handleOf(link)]),
  );
  const settle = async (returned: unknown): Promise<void> => {
    const [record] = records;
    if (returned !== undefined && records.length === 1 && !record!.written) await record!.write(returned);
    await writes.settle();
  };
  return { links, settle };
}
