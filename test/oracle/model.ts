// What the oracle's pipelines are made of, as JSON, so that a failing one can be written to a file and made smaller. Knows
// neither pipe's own model nor any file.

/** How many fields the keys of a repository have: none, one (`k1`) or two (`k1/m2`). */
export type Layout = 'unit' | 'one' | 'two';

export interface FileRepository {
  readonly type: 'file' | 'yaml';
  readonly name: string;
  /** Relative; members are `FOLDER.txt`, `FOLDER/K.txt` or `FOLDER/K/M.txt`, or the same with `.yaml`. */
  readonly folder: string;
  readonly layout: Layout;
  readonly isOwned: boolean;
}

/** Another look, only for reading, at what lies below a folder: `FOLDER/{k}/{m}.txt`. */
export interface ViewRepository {
  readonly type: 'view';
  readonly name: string;
  readonly folder: string;
  readonly layout: 'two';
}

export interface CombinedRepository {
  readonly type: 'and' | 'or' | 'unless' | 'filter';
  readonly name: string;
  readonly layout: Layout;
  /** `and`, `or`: both; `unless`: the first without the second's keys; `filter`: only one. */
  readonly of: readonly string[];
  /** `filter`: members with a size, or of records an `n`, above it. */
  readonly above: number;
}

export type Repository = FileRepository | ViewRepository | CombinedRepository;

export type Select =
  | { readonly type: 'same' | 'unit' }
  /** The one member with that key, written as its path. */
  | { readonly type: 'member'; readonly key: string }
  | { readonly type: 'all' | 'group'; readonly min: 0 | 1 }
  /** The member that `ref` of the other link's record names. */
  | { readonly type: 'join'; readonly link: string };

export interface Input {
  readonly name: string;
  readonly from: string;
  readonly select: Select;
  /** `read`: by the command too; `counts`: only as an input; `inhibits`: no input, keeps its keys away. */
  readonly use: 'read' | 'counts' | 'inhibits';
}

export interface Output {
  readonly name: string;
  readonly to: string;
  readonly select: 'same' | 'fan-out';
}

export interface Task {
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  /** Counts in the result. */
  readonly salt: number;
  /** Stands in the command and counts for nothing. */
  readonly comment: number;
  /** Results are reduced modulo this, so that changes are often cut off; 0 is never. */
  readonly lossy: number;
  /** The job fails if its result modulo 7 is this; -1 is never. */
  readonly failsAt: number;
  /** The folder of headers of which the job reads one that only its inputs tell, and says so in a depfile. */
  readonly headers: string;
  /** The pipeline's parameter that counts. */
  readonly param: string;
  /** The task's own variable `OWN`; -1 is none. */
  readonly own: number;
  /** Whether the pipeline's variable ORACLE_E counts. */
  readonly variable: boolean;
}

export interface Pipeline {
  readonly params: Readonly<Record<string, number>>;
  readonly repositories: readonly Repository[];
  readonly tasks: readonly Task[];
  /** Orders the keys of the document. */
  readonly order: number;
}

/** Headers of tasks with a depfile: `FOLDER/h0.txt` and `FOLDER/h1.txt`. */
export const HEADERS = 2;

/** Keys whose names end in a number, so that a shell can count them in, some of them hard to quote or to order. */
export const KEYS = ['k0', 'k1', 'k2', 'k10', 'a b4', "$(x)'5", 'é6', '-d7', '"q" 8'];

export const MEMBERS = ['m0', 'm1', 'm2', 'm10', "it's4"];

export function extension(repository: FileRepository | ViewRepository): string {
  return repository.type === 'yaml' ? '.yaml' : '.txt';
}

export function pathOf(repository: FileRepository | ViewRepository, key: string): string {
  const below = repository.layout === 'unit' ? '' : `/${key}`;
  return `${repository.folder}${below}${extension(repository)}`;
}

/** The key of a path in a repository, or undefined if it is none of its members. */
export function keyOf(repository: FileRepository | ViewRepository, path: string): string | undefined {
  const end = extension(repository);
  if (!path.endsWith(end)) return undefined;
  const stem = path.slice(0, -end.length);
  if (repository.layout === 'unit') return stem === repository.folder ? '' : undefined;
  if (!stem.startsWith(`${repository.folder}/`)) return undefined;
  const parts = stem.slice(repository.folder.length + 1).split('/');
  const isKey = parts.length === (repository.layout === 'one' ? 1 : 2) && parts.every((part) => part !== '');
  return isKey ? parts.join('/') : undefined;
}

export function patternOf(repository: FileRepository | ViewRepository): string {
  const fields = { unit: '', one: '/{k}', two: '/{k}/{m}' }[repository.layout];
  return `${repository.folder}${fields}${extension(repository)}`;
}

export function repositoryOf(pipeline: Pipeline, name: string): Repository {
  const found = pipeline.repositories.find((each) => each.name === name);
  if (!found) throw new Error(`the generated pipeline has no repository ${name}`);
  return found;
}

/** How many fields the keys of a task's jobs have. */
export function layoutOf(pipeline: Pipeline, task: Task): Layout {
  const same = task.inputs.find((input) => input.select.type === 'same' && input.use !== 'inhibits');
  if (same) return repositoryOf(pipeline, same.from).layout;
  return task.inputs.some((input) => input.select.type === 'group') ? 'one' : 'unit';
}
