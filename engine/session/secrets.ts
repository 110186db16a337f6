// The values of a pipeline's secrets: what jobs get in place of the marks, what the definition keeps of them, and what must
// not be read anywhere. Knows no task.
import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson } from '../base/digest.ts';
import { Mask } from '../base/mask.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Json } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { variablesIn, withoutMarks } from '../model/secret.ts';
import type { Store } from '../store/store.ts';

const KEY = 'secret key';

export class Secrets {
  readonly mask: Mask;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #store: Store;

  constructor(plan: Plan, env: Readonly<Record<string, string | undefined>>, store: Store) {
    this.mask = new Mask(plan.secrets.map((variable) => env[variable] ?? ''));
    this.#env = env;
    this.#store = store;
  }

  /** What a job gets; every variable is set, or else its definition could not be made. */
  reveal<T extends Json>(value: T): T {
    return withoutMarks(value, (variable) => this.#env[variable] ?? '');
  }

  /** A digest that says whether the value is the same, and that nobody can try values against without this state's key. */
  seal(value: Json): Result<string, string> {
    const missing = variablesIn(value).find((variable) => this.#env[variable] === undefined);
    if (missing !== undefined) return err(`its secret comes from the variable ${missing}, which is not set`);
    return ok(
      createHmac('sha256', this.#key())
        .update(canonicalJson(this.reveal(value)))
        .digest('base64url'),
    );
  }

  #key(): string {
    const known = this.#store.fact(KEY);
    if (known !== undefined) return known;
    const made = randomBytes(32).toString('base64url');
    this.#store.putFact(KEY, made);
    return made;
  }
}
