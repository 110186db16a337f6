// From an entry under `repositories:` to a draft, one kind after the other. Knows no task.
import type { Repository } from '../../schemas/generated/pipeline.ts';
import type { JsonObject } from '../model/json.ts';
import { compileFunction } from './action.ts';
import { below, type Context, type Located } from './context.ts';
import { durationAt } from './duration-at.ts';
import { checkCondition, checkValue } from './member-template.ts';
import { packingOf } from './packing-of.ts';
import type { CombinatorDraft, RepositoryDraft } from './repository-draft.ts';
import type { Declaration, DraftMaker, RepositoryTable } from './repository-table.ts';

/** `schemas` gives the record schemas, which were read before. */
export function repositoryKinds(context: Context, schemas: ReadonlyMap<string, JsonObject>): DraftMaker {
  return (declaration, table) =>
    declaration.spec && new Maker(context, schemas, declaration, table).draft(declaration.spec);
}

class Maker {
  readonly #context: Context;
  readonly #schemas: ReadonlyMap<string, JsonObject>;
  readonly #origin: Located;
  readonly #table: RepositoryTable;
  readonly #base: Pick<RepositoryDraft, 'name' | 'at' | 'declared'>;

  constructor(
    context: Context,
    schemas: ReadonlyMap<string, JsonObject>,
    declaration: Declaration,
    table: RepositoryTable,
  ) {
    this.#context = context;
    this.#schemas = schemas;
    this.#origin = declaration.origin;
    this.#table = table;
    const at = declaration.origin.document.keyAt(declaration.origin.path);
    this.#base = { name: declaration.name, at, declared: true };
  }

  draft(spec: Repository): RepositoryDraft | undefined {
    switch (spec.type) {
      case 'file':
      case 'directory':
      case 'yaml':
      case 'json': {
        const pattern = this.#table.pattern(spec.path, below(this.#origin, 'path'));
        if (pattern === undefined) return undefined;
        return {
          ...this.#base,
          type: spec.type,
          pattern,
          acceptStrays: spec.accept_strays ?? false,
          keep: spec.keep ?? 'always',
          discardEmpty: spec.type === 'directory' && (spec.discard_empty ?? false),
          ...this.#poll(spec.poll),
          ...this.#schema('schema' in spec ? spec.schema : undefined),
        };
      }
      case 'compressed':
      case 'tar':
      case 'tree': {
        const pattern = this.#table.pattern(spec.path, below(this.#origin, 'path'));
        if (pattern === undefined) return undefined;
        const packing = packingOf(spec, pattern, this.#origin, this.#context);
        return (
          packing && {
            ...this.#base,
            pattern,
            acceptStrays: spec.accept_strays ?? false,
            keep: spec.keep ?? 'always',
            discardEmpty: false,
            ...this.#poll(spec.poll),
            ...packing,
          }
        );
      }
      case 'memory':
        return {
          ...this.#base,
          type: 'memory',
          acceptStrays: spec.accept_strays ?? false,
          ...this.#schema(spec.schema),
        };
      case 'and':
      case 'or':
        return this.#combinator({ type: spec.type }, spec.of, (name) => ['of', name]);
      case 'unless':
        return this.#combinator({ type: 'unless' }, { of: spec.of, unless: spec.unless });
      case 'filter':
        return this.#combinator(
          { type: 'filter', where: spec.where, allowDeletes: spec.allow_deletes ?? false },
          { of: spec.of },
        );
      case 'map': {
        const mapper = this.#mapper(spec);
        if (!mapper) return undefined;
        return this.#combinator(
          {
            type: 'map',
            ...mapper,
            ...(spec.where !== undefined && { where: spec.where }),
            allowDeletes: spec.allow_deletes ?? false,
          },
          { of: spec.of },
        );
      }
      case 'related':
        return this.#combinator(
          { type: 'related', allowDeletes: spec.allow_deletes ?? false },
          { of: spec.of, translator: spec.translator },
        );
      case 'fallback':
        return this.#combinator({ type: 'fallback' }, { of: spec.of, fallback: spec.fallback });
      default:
        return spec satisfies never;
    }
  }

  #combinator(
    parts: Pick<CombinatorDraft, 'type' | 'where' | 'value' | 'function'> & {
      readonly allowDeletes?: boolean;
    },
    children: Readonly<Record<string, string>>,
    pathOf: (name: string) => readonly string[] = (name) => [name],
  ): RepositoryDraft | undefined {
    const drafts = Object.entries(children).map(([name, reference]) => ({
      name,
      repository: this.#table.resolve(reference, below(this.#origin, ...pathOf(name))),
    }));
    const whole = drafts.filter(
      (child): child is CombinatorDraft['children'][number] => child.repository !== undefined,
    );
    if (whole.length < drafts.length) return undefined;
    const draft: CombinatorDraft = { ...this.#base, allowDeletes: false, ...parts, children: whole };
    const of = whole.find((child) => child.name === 'of');
    const { where, value } = parts;
    const at = (name: string): Located => below(this.#origin, name);
    const places = of && [
      where !== undefined && checkCondition(where, of.repository, at('where'), this.#context),
      value !== undefined && checkValue(value, of.repository, at('value'), this.#context),
    ];
    const templates = (places ?? []).filter((place) => place !== false && place !== undefined);
    return templates.length === 0 ? draft : { ...draft, templates };
  }

  /** A template, or a function. */
  #mapper(
    spec: Extract<Repository, { type: 'map' }>,
  ): Pick<CombinatorDraft, 'value' | 'function'> | undefined {
    if ((spec.value === undefined) === (spec.function === undefined)) {
      const { document, path } = this.#origin;
      const at = spec.value === undefined ? path : [...path, 'function'];
      this.#context.faults.error('wrong-value', 'a map has a `value` or a `function`', document.keyAt(at), {
        expected: 'one of the two',
      });
      return undefined;
    }
    if (spec.function === undefined) return { value: spec.value! };
    const found = compileFunction(spec.function, below(this.#origin, 'function'), this.#context);
    if (!found) return undefined;
    const digest = this.#context.files.digest(found.module) ?? '';
    return { function: { module: found.module, export: found.export, digest } };
  }

  #schema(file: string | undefined): { readonly schema?: JsonObject } {
    const schema = file === undefined ? undefined : this.#schemas.get(`${this.#origin.folder}\0${file}`);
    return schema === undefined ? {} : { schema };
  }

  #poll(every: string | number | undefined): { readonly pollMs?: number } {
    const pollMs = durationAt(every, below(this.#origin, 'poll'), this.#context);
    return pollMs === undefined ? {} : { pollMs };
  }
}
