// JSON values. Knows nothing else.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
