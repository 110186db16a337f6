// How fast something is counted, over the last seconds. Knows no clock: each sample brings its time.

const WINDOW_MS = 15_000;
const SPACING_MS = 500;

export class Rate {
  readonly #samples: { readonly time: number; readonly count: number }[] = [];

  /** Call it as often as you like; samples closer than half a second are thinned out. */
  add(time: number, count: number): void {
    const samples = this.#samples;
    if (samples.length > 1 && time - samples.at(-2)!.time < SPACING_MS) samples.pop();
    samples.push({ time, count });
    while (samples.length > 2 && time - samples[0]!.time > WINDOW_MS) samples.shift();
  }

  /** Per second; `undefined` while there is too little to tell. */
  perSecond(): number | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.time - first.time < SPACING_MS || last.count <= first.count) return undefined;
    return ((last.count - first.count) * 1000) / (last.time - first.time);
  }
}
