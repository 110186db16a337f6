// The repositories of a pipeline: those declared, and those that paths in links make. Knows no task and no template.
import type { Repository } from '../../schemas/generated/pipeline.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { compilePattern } from '../repository/pattern.ts';
import type { PathKind } from '../model/plan.ts';
import type { PathPattern } from '../repository/port.ts';
import type { Context, Located } from './context.ts';
import { Names } from './names.ts';
import { isPackedKind, packingOf } from './packing-of.ts';
import { rebase } from './rebase.ts';
import { isPathDraft, type PathDraft, type RepositoryDraft } from './repository-draft.ts';
import type { PipelineSource } from './sources.ts';

/** One under `repositories:`; `spec` is missing where it has faults, and then nothing is said of its uses. */
export interface Declaration {
  readonly name: string;
  readonly spec?: Repository;
  readonly origin: Located;
}

/** Makes the draft of a declaration; its own file, so that the kinds do not swell the table. */
export type DraftMaker = (declaration: Declaration, table: RepositoryTable) => RepositoryDraft | undefined;

export class RepositoryTable {
  readonly #context: Context;
  readonly #make: DraftMaker;
  readonly #names = new Names<Declaration>('repository');
  readonly #drafts = new Map<Declaration, RepositoryDraft | 'making' | undefined>();
  /** A `repositories:` block could not be read: then no name is known to be wrong. */
  #someMissing = false;
  readonly #inline = new Map<string, RepositoryDraft>();

  constructor(context: Context, sources: readonly PipelineSource[], make: DraftMaker) {
    this.#context = context;
    this.#make = make;
    for (const source of sources) {
      const broken = [...source.broken]
        .filter((entry) => entry.startsWith('repositories/'))
        .map((entry) => entry.slice(13));
      const specs = source.file.repositories ?? {};
      for (const name of [...Object.keys(specs), ...broken]) {
        const origin = { ...source, path: ['repositories', name] };
        const spec = specs[name];
        const full = source.prefix + name;
        const declaration = { name: full, origin, ...(spec && { spec }) };
        this.#names.declare(
          full,
          declaration,
          source.document.keyAt(origin.path),
          context.faults,
          context.cwd,
        );
      }
      if (source.broken.has('repositories') || source.broken.has('')) this.#someMissing = true;
    }
  }

  /** Every draft, the declared ones first. */
  drafts(): readonly RepositoryDraft[] {
    const declared = this.#names.values().map((declaration) => this.#draftOf(declaration));
    return [...declared.filter((draft) => draft !== undefined), ...this.#inline.values()];
  }

  /** What a name or path at a place stands for; undefined after a fault that has been told. */
  resolve(reference: string, where: Located, kind?: PathKind): RepositoryDraft | undefined {
    const declaration = /[/{*]/.test(reference) ? undefined : this.#names.find(where.prefix, reference);
    if (declaration !== undefined) {
      if (kind !== undefined) {
        this.#fault(
          'misplaced-key',
          '`type` is for a path, and this is a repository with a type of its own',
          where,
        );
      }
      return this.#draftOf(declaration, where);
    }
    if (/[/.{*]/.test(reference)) return this.#inlinePath(reference, where, kind);
    if (this.#someMissing) return undefined;
    const names = this.#names.seenFrom(where.prefix);
    const { hint } = didYouMean(reference, names);
    this.#context.faults.error(
      'unknown-repository',
      `there is no repository "${reference}"`,
      where.document.at(where.path),
      {
        expected:
          names.length > 0 && names.length <= 12
            ? `a path, or one of: ${names.join(', ')}`
            : 'a path, or the name of a repository',
        hint: hint ?? `write ./${reference} for a file`,
      },
    );
    return undefined;
  }

  /** Members of one repository under the keys that another one's records give. */
  related(
    of: RepositoryDraft,
    translator: RepositoryDraft,
    where: Located,
    allowDeletes: boolean,
  ): RepositoryDraft {
    const name = `${of.name} by ${translator.name}`;
    const key = `related ${name}${allowDeletes ? ' with deletes' : ''}`;
    const known = this.#inline.get(key);
    if (known) return known;
    const at = where.document.at(where.path);
    const children = [
      { name: 'of', repository: of },
      { name: 'translator', repository: translator },
    ];
    const draft: RepositoryDraft = { type: 'related', name, at, declared: false, children, allowDeletes };
    this.#inline.set(key, draft);
    return draft;
  }

  /** A path as written at a place, relative to the root; undefined after a fault that has been told. */
  pattern(text: string, where: Located): PathPattern | undefined {
    const written = compilePattern(text);
    if (!written.ok) {
      const { message, offset } = written.error;
      this.#context.faults.error(
        'bad-path',
        `${JSON.stringify(text)}: ${message}`,
        where.document.within(where.path, offset, Math.max(1, text.length - offset)),
      );
      return undefined;
    }
    const rebased = compilePattern(rebase(this.#context.root, where.folder, text));
    if (rebased.ok) return rebased.value;
    this.#fault('bad-path', `${JSON.stringify(text)}: ${rebased.error.message}`, where);
    return undefined;
  }

  #draftOf(declaration: Declaration, askedAt?: Located): RepositoryDraft | undefined {
    const known = this.#drafts.get(declaration);
    if (known === 'making') {
      const location = (askedAt ?? declaration.origin).document.at((askedAt ?? declaration.origin).path);
      this.#context.faults.error(
        'repository-cycle',
        `the repository "${declaration.name}" is made of itself`,
        location,
      );
      return undefined;
    }
    if (this.#drafts.has(declaration)) return known;
    this.#drafts.set(declaration, 'making');
    const draft = this.#make(declaration, this);
    this.#drafts.set(declaration, draft);
    return draft;
  }

  /** A path that is written twice, or that a declared repository has, is one repository. */
  #inlinePath(text: string, where: Located, kind: PathKind | undefined): PathDraft | undefined {
    const pattern = this.pattern(text, where);
    if (pattern === undefined) return undefined;
    const implied = kind ?? (text.endsWith('/') ? 'directory' : undefined);
    for (const declaration of this.#names.values()) {
      if (declaration.spec === undefined || !('path' in declaration.spec)) continue;
      const draft = this.#draftOf(declaration);
      if (!draft || !isPathDraft(draft) || draft.pattern.text !== pattern.text) continue;
      if (implied === undefined || implied === draft.type) return draft;
    }
    const type = implied ?? 'file';
    const packing = isPackedKind(type) ? packingOf({ type }, pattern, where, this.#context) : undefined;
    if (isPackedKind(type) && packing === undefined) return undefined;
    const key = `${type} ${pattern.text}`;
    const known = this.#inline.get(key);
    if (known && isPathDraft(known)) return known;
    const draft: PathDraft = {
      type,
      name: pattern.text,
      at: where.document.at(where.path),
      declared: false,
      pattern,
      acceptStrays: false,
      keep: 'always',
      discardEmpty: false,
      ...packing,
    };
    this.#inline.set(key, draft);
    return draft;
  }

  #fault(code: string, message: string, where: Located): void {
    this.#context.faults.error(code, message, where.document.at(where.path));
  }
}
