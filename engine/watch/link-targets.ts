// Where the members that are symbolic links lead: a write there is a write of the member, though it lies elsewhere. Looks at
// links only; knows no watcher.
import { readlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A loop of links ends here, as in the kernel. */
const MOST_HOPS = 40;

export class LinkTargets {
  /** Target → links that lead there, all absolute. */
  readonly #linksTo = new Map<string, Set<string>>();

  /** Takes up where a link leads now, link by link; returns the targets that are new. */
  add(link: string): string[] {
    const added: string[] = [];
    let path = link;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const target = targetOf(path);
      if (target === undefined) break;
      const links = this.#linksTo.get(target);
      if (!links) {
        this.#linksTo.set(target, new Set([link]));
        added.push(target);
      } else links.add(link);
      path = target;
    }
    return added;
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
