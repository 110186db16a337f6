// What pipe asks the process that looks at users' tubes and assets, and what that answers, as JSON. Types only.
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Location } from '../../model/location.ts';
import type { TubeOutline } from '../../tube/index.ts';

export type InspectRequest =
  | { readonly type: 'tube'; readonly file: string; readonly input: JsonObject }
  /** `reference` is `./db.ts#openDb`, relative to the file of the location, where its faults are told. */
  | { readonly type: 'asset'; readonly reference: string; readonly location: Location }
  /** A function that is asked what is wrong with a value, or nothing. */
  | {
      readonly type: 'validator';
      readonly reference: string;
      readonly location: Location;
      readonly value: unknown;
    };

export interface Inspected {
  /** Also warnings. */
  readonly faults: readonly Diagnostic[];
  /** Of a tube whose files can be read. */
  readonly outline?: TubeOutline;
  /** Tube files that were read, absolute, sorted. */
  readonly files: readonly string[];
  /** Modules that they name, or that an asset names, absolute, sorted. */
  readonly modules: readonly string[];
  /** Of an asset: the names that its `params` may have; null for any. */
  readonly params?: readonly string[] | null;
  /** Of a validator: what is wrong with the value. */
  readonly answer?: string;
}
