// How the members of a packed repository lie at rest: one interface, one file a way (compressed, tar, tree). Types only.
import type { Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { RepositoryFailure } from './port.ts';

/** What a packed file holds. */
export interface Contents {
  /** Of the plain file or folder, so that packing it otherwise is no change. */
  readonly fingerprint: Fingerprint;
  /** Bytes of the plain file, or of all files in the folder. */
  readonly size: number;
}

/** Paths are absolute. */
export interface Packing {
  readonly kind: 'compressed' | 'tar' | 'tree';
  /** What a job reads and writes in the place of a packed file. */
  readonly plainKind: 'file' | 'directory';
  /** The packed file alone says what it holds, so its digest stands for its contents. */
  readonly isSelfContained: boolean;
  /** What a packed file holds; `mode` is its own. `where` names it for a person. */
  inspect(packed: string, where: string, mode: number): Result<Contents, RepositoryFailure>;
  /** Makes the plain file or folder, which does not exist yet. */
  unpack(packed: string, plain: string, where: string): Promise<Result<void, RepositoryFailure>>;
  /** Makes the packed file, which does not exist yet, from what a job made. */
  pack(plain: string, packed: string, where: string): Promise<Result<Contents, RepositoryFailure>>;
  /** What `read` gives of a packed file's bytes: the plain file's, or of a folder an archive. */
  decode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure>;
  /** The packed file's bytes for what `write` was given. */
  encode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure>;
}
