// Why a job runs or does not, as tagged data that is also JSON. Knows nothing of how it is decided or printed.
import type { Fingerprint } from './fingerprint.ts';

/** One difference between a job's record and today, or what else makes it run. */
export type Reason =
  | { readonly type: 'forced' }
  | { readonly type: 'never-built' }
  | { readonly type: 'always' }
  | { readonly type: 'not-reusable' }
  | { readonly type: 'record-lost'; readonly detail: string }
  | {
      readonly type: 'definition-changed';
      readonly part: string;
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly type: 'input-added'; readonly link: string; readonly key: string; readonly path?: string }
  | {
      readonly type: 'input-changed';
      readonly link: string;
      readonly key: string;
      readonly path?: string;
      readonly before: Fingerprint;
      readonly after: Fingerprint;
    }
  | { readonly type: 'input-removed'; readonly link: string; readonly key: string; readonly path?: string }
  | { readonly type: 'discovered-changed'; readonly path: string }
  | { readonly type: 'discovered-removed'; readonly path: string }
  | { readonly type: 'output-missing'; readonly link: string; readonly key: string; readonly path?: string }
  | { readonly type: 'output-changed'; readonly link: string; readonly key: string; readonly path?: string }
  | { readonly type: 'upstream'; readonly link: string; readonly key: string; readonly job: string };

/** What `why` says of a job: up to date, would run, or cannot. */
export type Verdict =
  | { readonly type: 'up-to-date' }
  | { readonly type: 'run'; readonly reasons: readonly [Reason, ...Reason[]] }
  | { readonly type: 'not-ready'; readonly link: string; readonly detail: string }
  /** It cannot even start: what it reads cannot be read, say. */
  | { readonly type: 'fail'; readonly detail: string }
  | { readonly type: 'blocked'; readonly link: string; readonly by: string }
  | { readonly type: 'blocked-by-failure'; readonly by: string }
  | { readonly type: 'cancelled'; readonly link: string; readonly by: string };
