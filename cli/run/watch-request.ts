// What a call of `pipe watch` asks for. Types and names only.
import type { WatchOptions } from '../../engine/index.ts';

export const watchReporterNames = ['auto', 'plain', 'json'] as const;

export interface WatchRequest extends Pick<
  WatchOptions,
  'targets' | 'slots' | 'force' | 'once' | 'poll' | 'acceptEmpty'
> {
  readonly clear: boolean;
  readonly onSuccess: string | undefined;
  readonly onFailure: string | undefined;
  readonly verbose: boolean;
  readonly reporter: (typeof watchReporterNames)[number];
}
