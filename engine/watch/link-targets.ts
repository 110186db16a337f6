// Where the members that are symbolic links lead: a write there is a write of the member, though it lies elsewhere. Looks at
// links only; knows no watcher.
import { readlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A loop of links ends here, as in the kernel. */
const MOST_HOPS = 40;

export class LinkTargets {
  /** Target → links that lead there, all absolute. */
  #linksTo: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  /** Takes up where all links lead now; gives each target that is new, with the link that led there. */
  follow(links: Iterable<string>): { readonly link: string; readonly target: string }[] {
    const linksTo = new Map<string, Set<string>>();
    const found: { readonly link: string; readonly target: string }[] = [];
    for (const link of links) {
      let target = targetOf(link);
      for (let hops = 0; target !== undefined && hops < MOST_HOPS; hops++) {
        const known = linksTo.get(target);
        if (known) known.add(link);
        else {
          linksTo.set(target, new Set([link]));
          if (!this.#linksTo.has(target)) found.push({ link, target });
        }
        target = targetOf(target);
      }
    }
    this.#linksTo = linksTo;
    return found;
  }

  to(target: string): Iterable<string> {
    return this.#linksTo.get(target) ?? [];
  }

  /** The links that lead to something below a folder. */
  *into(folder: string): Generator<string> {
    for (const [target, links] of this.#linksTo) if (target.startsWith(`${folder}/`)) yield* links;
  }
}

function targetOf(path: string): string | undefined {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return undefined;
  }
}
