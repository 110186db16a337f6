// A repository while the pipeline is compiled: what it is, before it has a number and writers. Knows no task.
import type { Location } from '../model/location.ts';
import type { JsonObject } from '../model/json.ts';
import type { Codec, CombinatorRepositoryPlan, PathKind } from '../model/plan.ts';
import type { PathPattern } from '../repository/port.ts';

interface DraftBase {
  readonly name: string;
  readonly at: Location;
  /** It stands under `repositories:`, not in a link. */
  readonly declared: boolean;
}

export interface PathDraft extends DraftBase {
  readonly type: PathKind;
  readonly pattern: PathPattern;
  readonly acceptStrays: boolean;
  readonly keep: 'always' | 'needed';
  readonly discardEmpty: boolean;
  readonly pollMs?: number;
  readonly codec?: Codec;
  /** Relative to the root. */
  readonly blobs?: string;
  readonly schema?: JsonObject;
}

export interface MemoryDraft extends DraftBase {
  readonly type: 'memory';
  readonly schema?: JsonObject;
  readonly acceptStrays: boolean;
  readonly ofService?: true;
}

export interface CombinatorDraft extends DraftBase {
  readonly type: CombinatorRepositoryPlan['type'];
  readonly children: readonly { readonly name: string; readonly repository: RepositoryDraft }[];
  readonly where?: string;
  readonly value?: string;
  readonly templates?: CombinatorRepositoryPlan['templates'];
  readonly function?: CombinatorRepositoryPlan['function'];
  readonly allowDeletes: boolean;
}

export type RepositoryDraft = PathDraft | MemoryDraft | CombinatorDraft;

export function isPathDraft(draft: RepositoryDraft): draft is PathDraft {
  return 'pattern' in draft;
}

/** Its members lie packed, and jobs see a plain file or folder in the place of each. */
export function isPackedDraft(draft: RepositoryDraft): boolean {
  return draft.type === 'compressed' || draft.type === 'tar' || draft.type === 'tree';
}

/** Names of the key's parts, '' for a star; undefined where keys have no known shape. */
export function fieldsOf(draft: RepositoryDraft): readonly string[] | undefined {
  switch (draft.type) {
    case 'file':
    case 'directory':
    case 'yaml':
    case 'json':
    case 'compressed':
    case 'tar':
    case 'tree':
      return draft.pattern.fields;
    case 'memory':
      return undefined;
    case 'filter':
    case 'map':
    case 'unless':
      return ofChild(draft, 'of');
    case 'related':
      return ofChild(draft, 'translator');
    case 'and':
    case 'or':
    case 'fallback': {
      const [first, ...rest] = draft.children.map((child) => fieldsOf(child.repository));
      return rest.every((fields) => fields?.length === first?.length) ? first : undefined;
    }
    default:
      return draft satisfies never;
  }
}

/** A repository whose only key is the unit key. */
export function isUnit(draft: RepositoryDraft): boolean {
  return fieldsOf(draft)?.length === 0;
}

/** What a template sees of one member: record kinds also render as their path. */
export function memberKind(draft: RepositoryDraft): 'path' | 'record' | 'path or record' {
  switch (draft.type) {
    case 'file':
    case 'directory':
    case 'compressed':
    case 'tar':
    case 'tree':
      return 'path';
    case 'yaml':
    case 'json':
      return 'path or record';
    case 'memory':
    case 'and':
    case 'or':
    case 'map':
      return 'record';
    case 'filter':
    case 'unless':
    case 'related': {
      const of = draft.children.find((child) => child.name === 'of');
      return of === undefined ? 'record' : memberKind(of.repository);
    }
    case 'fallback': {
      const kinds = new Set(draft.children.map((child) => memberKind(child.repository)));
      return kinds.size === 1 ? [...kinds][0]! : 'path or record';
    }
    default:
      return draft satisfies never;
  }
}

/** The path repositories and memories that a repository is made of; itself, if it is one. */
export function leavesOf(draft: RepositoryDraft): readonly (PathDraft | MemoryDraft)[] {
  return 'children' in draft ? draft.children.flatMap((child) => leavesOf(child.repository)) : [draft];
}

function ofChild(draft: CombinatorDraft, name: string): readonly string[] | undefined {
  const child = draft.children.find((entry) => entry.name === name);
  return child && fieldsOf(child.repository);
}
