// A job's inputs as one canonical text: equal texts are equal inputs. Knows no repository and no store.
import { compareBytes } from '../base/compare.ts';
import { digestOf, digestOfAll } from '../base/digest.ts';
import type { Fingerprint } from '../model/fingerprint.ts';

/** One member that a job reads, or every member of a fan-in or group. */
export type LinkInput =
  | { readonly link: string; readonly type: 'one'; readonly key: string; readonly fingerprint: Fingerprint }
  | { readonly link: string; readonly type: 'set'; readonly set: InputSet };

/** The members of a fan-in or group as they were when it was made, shared by all jobs that read the same ones. */
export class InputSet {
  /** Of `text()`. */
  readonly digest: string;
  readonly #keys: readonly string[];
  readonly #fingerprints: readonly Fingerprint[];

  /** `members`: by the bytes of their keys. */
  constructor(members: readonly { readonly key: string; readonly fingerprint: Fingerprint }[]) {
    this.#keys = members.map(({ key }) => key);
    this.#fingerprints = members.map(({ fingerprint }) => fingerprint);
    this.digest = digestOfAll(this.#lines());
  }

  /** `key TAB fingerprint NEWLINE` for each member; made when it is asked for, since of a million it is long. */
  text(): string {
    return [...this.#lines()].join('');
  }

  members(): Map<string, Fingerprint> {
    return new Map(this.#keys.map((key, at) => [key, this.#fingerprints[at]!]));
  }

  /** Undefined if there is no such member. */
  fingerprintOf(key: string): Fingerprint | undefined {
    let low = 0;
    for (let high = this.#keys.length; low < high;) {
      const middle = (low + high) >> 1;
      if (compareBytes(this.#keys[middle]!, key) < 0) low = middle + 1;
      else high = middle;
    }
    return this.#keys[low] === key ? this.#fingerprints[low] : undefined;
  }

  *#lines(): Generator<string> {
    for (const [at, key] of this.#keys.entries()) yield `${key}\t${this.#fingerprints[at]}\n`;
  }
}

/** Lines `1 LINK KEY FINGERPRINT` and `n LINK DIGEST`, tab separated, in the order given (that of the task's links). */
export function printInputs(inputs: readonly LinkInput[]): string {
  let text = '';
  for (const input of inputs) {
    text +=
      input.type === 'one'
        ? `1\t${input.link}\t${input.key}\t${input.fingerprint}\n`
        : `n\t${input.link}\t${input.set.digest}\n`;
  }
  return text;
}

/** The members by link of a text that `printInputs` made; `textOf` finds a set's text by its digest. */
export function readInputs(
  text: string,
  textOf: (digest: string) => string | undefined,
): Map<string, Map<string, Fingerprint> | 'lost'> {
  const links = new Map<string, Map<string, Fingerprint> | 'lost'>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [type, link, key, fingerprint] = line.split('\t') as [string, string, string, string];
    if (type === '1') {
      links.set(link, new Map([[key, fingerprint]]));
      continue;
    }
    const body = textOf(key);
    links.set(link, body === undefined || digestOf(body) !== key ? 'lost' : readSet(body));
  }
  return links;
}

/** The digests of the sets that a text names. */
export function setsOf(text: string): string[] {
  const digests: string[] = [];
  for (const line of text.split('\n'))
    if (line.startsWith('n\t')) digests.push(line.slice(line.lastIndexOf('\t') + 1));
  return digests;
}

function readSet(text: string): Map<string, Fingerprint> {
  const members = new Map<string, Fingerprint>();
  for (const line of text.split('\n')) {
    const tab = line.lastIndexOf('\t');
    if (tab >= 0) members.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return members;
}
