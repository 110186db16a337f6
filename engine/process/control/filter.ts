// Lets only some broadcasts through to a handler. Knows nothing of communicators.
import type { Broadcast, BroadcastHandler } from './communicator.ts';

/** A text is compared whole, but for `*`, which stands for anything; an expression is matched anywhere. */
export type Pattern = string | RegExp;

export interface BroadcastFilter {
  /** One of these must match the subject; messages without a subject pass. */
  readonly subject?: Pattern | readonly Pattern[];
  /** And one of these the sender; messages without a sender pass. */
  readonly sender?: Pattern | readonly Pattern[];
}

export function filtered(handler: BroadcastHandler, filter: BroadcastFilter): BroadcastHandler {
  return (broadcast: Broadcast) => {
    if (passes(broadcast.subject, filter.subject) && passes(broadcast.sender, filter.sender))
      handler(broadcast);
  };
}

function passes(text: string | null, patterns: Pattern | readonly Pattern[] | undefined): boolean {
  if (text === null || patterns === undefined) return true;
  const list = typeof patterns === 'string' || patterns instanceof RegExp ? [patterns] : patterns;
  return list.some((pattern) =>
    typeof pattern === 'string'
      ? textMatches(text, pattern)
      : new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, '')).test(text),
  );
}

function textMatches(text: string, pattern: string): boolean {
  if (!pattern.includes('*')) return text === pattern;
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(text);
}
