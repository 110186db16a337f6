// How much garbage V8 lets lie: as it likes where little is held, and less where much is. Knows not what is held.

/** So many, while the young generation is at 4 MB still: the time goes to the first megabytes, the memory to the later ones. */
const MUCH = 8_192;

let held = 0;

/**
 * Notes that so many more small things, such as members of a repository, stay for the rest of the process. When there are
 * many, V8's young generation stays as large as it is (it would grow to a hundred megabytes), and its old one is collected
 * when it has grown by half (else to up to four times its size): half the memory for some more time.
 */
export function noteHeld(count = 1): void {
  const before = held;
  held += count;
  if (before >= MUCH || held < MUCH) return;
  // By call: most builds have no use for it, and it takes 2 ms to load.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}
