// What templates, joins and functions see of a member, combinators included. Knows no jobs.
import { digestOfJson } from '../base/digest.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { CombinatorRepositoryPlan, Plan } from '../model/plan.ts';
import { compileCondition } from '../pipeline/template/condition.ts';
import type { Condition } from '../pipeline/template/compiled.ts';
import { placedFault } from '../schedule/attempt/render-fault.ts';
import { compileTemplate } from '../pipeline/template/template.ts';
import type { TemplateValues } from '../pipeline/template/value.ts';
import { fieldsOf } from '../repository/key-pattern.ts';
import { isAbsence, systemFailure } from '../repository/failure.ts';
import { isPacked } from '../repository/port.ts';
import type { MemberValue, PathPattern, Repository, RepositoryFailure } from '../repository/port.ts';
import type { StatTable } from '../repository/stat-table.ts';
import { MapFunctions } from './map-functions.ts';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A member of a repository that has members of its own. */
export interface Leaf {
  readonly repository: number;
  readonly key: string;
}

type Value = Result<MemberValue | undefined, { readonly message: string }>;

export class Values {
  readonly #plan: Plan;
  readonly #repositories: ReadonlyMap<number, Repository>;
  readonly #patterns: ReadonlyMap<number, PathPattern>;
  readonly #functions: MapFunctions;
  readonly #conditions = new Map<string, Condition>();
  /** `fallback`: by its number and key, which of its children has the member. */
  readonly #chosen = new Map<number, Map<string, number>>();

  constructor(
    plan: Plan,
    repositories: ReadonlyMap<number, Repository>,
    patterns: ReadonlyMap<number, PathPattern>,
    stats: StatTable,
  ) {
    this.#functions = new MapFunctions(stats);
    this.#plan = plan;
    this.#repositories = repositories;
    this.#patterns = patterns;
  }

  /** A present member's value. Of `and` and `or` it is a record of the children's by name, of `map` its template's text. */
  of(repository: number, key: string): Value {
    const plan = this.#plan.repositories[repository]!;
    if (!('children' in plan)) {
      const value = this.#repositories.get(repository)!.value(key);
      if (value instanceof Promise)
        throw new Error('values of remote repositories are read before they are needed');
      return value;
    }
    return this.#combined(plan, key);
  }

  /** A member's record, for joins; undefined if it has none. */
  record(repository: number, key: string): Json | undefined {
    const value = this.of(repository, key);
    return value.ok && value.value?.type === 'record' ? value.value.value : undefined;
  }

  /** Why a member that is there has no value: its fingerprint cannot be known. */
  fault(repository: number, key: string): Result<undefined, RepositoryFailure> {
    const value = this.of(repository, key);
    if (!value.ok) return err({ type: 'repository', code: 'no-value', message: value.error.message });
    for (const leaf of this.leaves(repository, key)) {
      const found = this.#repositories.get(leaf.repository)?.fingerprint(leaf.key);
      if (found && !(found instanceof Promise) && !found.ok) return found;
    }
    return ok(undefined);
  }

  /** The members that a member's value is made from, down to those of repositories that have members of their own. */
  leaves(repository: number, key: string): readonly Leaf[] {
    const plan = this.#plan.repositories[repository]!;
    return 'children' in plan ? this.#leavesOf(plan, key) : [{ repository, key }];
  }

  #leavesOf(plan: CombinatorRepositoryPlan, key: string): readonly Leaf[] {
    switch (plan.type) {
      case 'and':
      case 'or':
        return plan.children.flatMap((child) => this.leaves(child.repository, key));
      case 'unless':
      case 'filter':
      case 'map':
        return this.leaves(plan.children[0]!.repository, key);
      case 'fallback':
        return this.leaves(this.#holder(plan, key), key);
      case 'related': {
        const [base, translator] = plan.children;
        const found = this.translate(plan, key);
        const target = found.ok ? found.value : undefined;
        return [
          ...(target === undefined ? [] : this.leaves(base!.repository, target)),
          ...this.leaves(translator!.repository, key),
        ];
      }
      default: {
        const rest: never = plan.type;
        throw new Error(`unknown combinator ${String(rest)}`);
      }
    }
  }

  /** `fallback`: takes up which child has a key. */
  choose(plan: CombinatorRepositoryPlan, key: string, child: number): void {
    const known = this.#chosen.get(plan.id);
    if (known) known.set(key, child);
    else this.#chosen.set(plan.id, new Map([[key, child]]));
  }

  #holder(plan: CombinatorRepositoryPlan, key: string): number {
    return plan.children[this.#chosen.get(plan.id)?.get(key) ?? 0]!.repository;
  }

  #combined(plan: CombinatorRepositoryPlan, key: string): Value {
    switch (plan.type) {
      case 'and':
      case 'or': {
        const record: Record<string, Json> = {};
        for (const child of plan.children) {
          const value = this.of(child.repository, key);
          if (!value.ok) return value;
          record[child.name] = plain(value.value);
        }
        return ok({ type: 'record', value: record });
      }
      case 'unless':
      case 'filter':
        return this.of(plan.children[0]!.repository, key);
      case 'fallback':
        return this.of(this.#holder(plan, key), key);
      case 'map':
        return this.#mapped(plan, key);
      case 'related': {
        const target = this.translate(plan, key);
        if (!target.ok) return target;
        return target.value === undefined
          ? ok(undefined)
          : this.of(plan.children[0]!.repository, target.value);
      }
      default: {
        const rest: never = plan.type;
        throw new Error(`unknown combinator ${String(rest)}`);
      }
    }
  }

  /** `filter`, `map`: whether a member passes `where`, or why nobody can tell. */
  passes(plan: CombinatorRepositoryPlan, key: string): Result<boolean, RepositoryFailure> {
    if (plan.where === undefined) return ok(true);
    const scope = this.#scope(plan.children[0]!.repository, key);
    const result = scope.ok ? this.#condition(plan.where).test(scope.value) : scope;
    if (result.ok) return result;
    const why = placedFault(plan.templates, this.#plan.root, plan.where, result.error);
    return inDoubt(plan, key, `its condition \`${plan.where}\` cannot be tested: ${why}`);
  }

  /** `map`: the fingerprint of the mapped value. */
  fingerprint(plan: CombinatorRepositoryPlan, key: string): string | undefined {
    const value = this.of(plan.id, key);
    return value.ok && value.value ? `r:${digestOfJson(plain(value.value))}` : undefined;
  }

  /** `related`: the key in the base that the translator's member gives: its text, its number, or its only field. */
  translate(plan: CombinatorRepositoryPlan, key: string): Result<string | undefined, RepositoryFailure> {
    const found = this.#wordOf(plan.children[1]!.repository, key);
    if (!found.ok) return inDoubt(plan, key, found.error.message);
    const { value } = found;
    const only = isObject(value) && Object.keys(value).length === 1 ? Object.values(value)[0] : value;
    if (typeof only === 'string') return ok(only.trim() || undefined);
    return ok(typeof only === 'number' ? String(only) : undefined);
  }

  /** A record, or a file's content as text; undefined of a file that is too large to be a key, and of a folder. */
  #wordOf(repository: number, key: string): Result<Json | undefined, { readonly message: string }> {
    const value = this.of(repository, key);
    if (!value.ok) return value;
    if (value.value?.type !== 'path') return ok(value.value?.value);
    const [leaf] = this.leaves(repository, key);
    const stored = leaf && this.#repositories.get(leaf.repository);
    if (!leaf || !stored || stored.kind === 'directory') return ok(undefined);
    // So that a change of it is seen.
    if (stored.fingerprint(leaf.key) instanceof Promise) return ok(undefined);
    const content = stored.read(leaf.key);
    if (content instanceof Promise) return ok(undefined);
    if (!content.ok) return content;
    return ok(content.value.length > MOST_KEY_BYTES ? undefined : Buffer.from(content.value).toString());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve(this.#functions.close());
  }

  #mapped(plan: CombinatorRepositoryPlan, key: string): Value {
    const base = plan.children[0]!.repository;
    if (plan.function) return this.#called(plan, plan.function, base, key);
    if (plan.value === undefined) return this.of(base, key);
    const scope = this.#scope(base, key);
    if (!scope.ok) return scope;
    const template = compileTemplate(plan.value, { mode: 'text' });
    if (!template.ok) return err({ message: template.error[0]!.message });
    const text = template.value.render(scope.value);
    if (text.ok) return ok({ type: 'record', value: text.value });
    const why = placedFault(plan.templates, this.#plan.root, plan.value, text.error);
    return err({ message: `${plan.name} has no value: ${why}` });
  }

  /** The function gets the key, the record or null, and the path. */
  #called(
    plan: CombinatorRepositoryPlan,
    mapper: NonNullable<CombinatorRepositoryPlan['function']>,
    base: number,
    key: string,
  ): Value {
    const value = this.of(base, key);
    if (!value.ok || !value.value) return value;
    const { path } = value.value;
    const record = value.value.type === 'record' ? value.value.value : null;
    const content = this.leaves(base, key).map((leaf) => {
      const found = this.#repositories.get(leaf.repository)?.fingerprint(leaf.key);
      return found && 'ok' in found && found.ok ? (found.value ?? '') : '';
    });
    const argument = { key, value: record, path: path === undefined ? null : resolve(this.#plan.root, path) };
    const made = this.#functions.call(plan, mapper, key, argument, content.join(' '));
    return made.ok ? ok({ type: 'record', value: made.value }) : made;
  }

  /** What `where` and a map's template name: `key`, the fields, `path`, `size`, and the record's own properties. */
  #scope(repository: number, key: string): Result<TemplateValues, { readonly message: string }> {
    const value = this.of(repository, key);
    if (!value.ok) return value;
    const pattern = this.#patterns.get(repository);
    const { path } = value.value ?? {};
    const record = value.value?.type === 'record' ? value.value.value : undefined;
    const size = path === undefined ? ok(0) : this.#sizeOf(repository, key, path);
    if (!size.ok) return size;
    return ok({
      ...(isObject(record) ? record : record === undefined ? {} : { value: record }),
      ...fieldsOf(pattern, key),
      ...(path === undefined ? {} : { path, size: size.value }),
    });
  }

  #sizeOf(repository: number, key: string, path: string): Result<number, RepositoryFailure> {
    const [leaf] = this.leaves(repository, key);
    const stored = leaf && this.#repositories.get(leaf.repository);
    if (leaf && isPacked(stored)) return ok(stored.sizeOf(leaf.key) ?? 0);
    try {
      return ok(statSync(resolve(this.#plan.root, path), { throwIfNoEntry: false })?.size ?? 0);
    } catch (error) {
      return isAbsence(error) ? ok(0) : systemFailure(error, 'look at', path);
    }
  }

  #condition(text: string): Condition {
    let condition = this.#conditions.get(text);
    if (!condition) {
      const compiled = compileCondition(text);
      if (!compiled.ok)
        throw new Error(`the plan holds a condition that does not compile: ${compiled.error[0]?.message}`);
      this.#conditions.set(text, (condition = compiled.value));
    }
    return condition;
  }
}

/** A key has 1024 bytes at most; with what may stand around it. */
const MOST_KEY_BYTES = 2048;

/** Nobody can tell whether the combinator has the key. */
function inDoubt(
  { name }: CombinatorRepositoryPlan,
  key: string,
  why: string,
): Result<never, RepositoryFailure> {
  const message = `it is not known whether ${name} has ${key === '' ? 'its member' : key}: ${why}`;
  return err({ type: 'repository', code: 'unknown-member', message });
}

function plain(value: MemberValue | undefined): Json {
  if (!value) return null;
  return value.type === 'path' ? value.path : value.value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
