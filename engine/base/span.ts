// Stretches of pipe's own time with a name, told to a listener while there is one: what a profile is made of. Without a
// listener a span costs a comparison. Knows nothing of what is measured, and no format.

export interface Span {
  readonly name: string;
  /** What goes on at once is told apart by lanes: 0 is pipe itself, N + 1 is slot N. */
  readonly lane: number;
  /** Milliseconds since this process began. */
  readonly start: number;
  readonly end: number;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A span that has begun; disposing it again does nothing. */
export interface OpenSpan extends Disposable {
  /** Ends it and begins the next of its lane. */
  next(name: string): OpenSpan;
}

let listener: ((span: Span) => void) | undefined;

/** Has all spans told to `tell`, in the order of their ends, until it is disposed. One listener at a time. */
export function listenToSpans(tell: (span: Span) => void): Disposable {
  listener = tell;
  return {
    [Symbol.dispose]() {
      listener = undefined;
    },
  };
}

export function span(name: string, lane = 0, detail?: Readonly<Record<string, unknown>>): OpenSpan {
  if (!listener) return UNHEARD;
  const start = performance.now();
  let isOpen = true;
  const end = (): void => {
    if (isOpen) listener?.({ name, lane, start, end: performance.now(), ...(detail && { detail }) });
    isOpen = false;
  };
  return {
    next(following) {
      end();
      return span(following, lane);
    },
    [Symbol.dispose]: end,
  };
}

const UNHEARD: OpenSpan = { next: () => UNHEARD, [Symbol.dispose]() {} };
