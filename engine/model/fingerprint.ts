// What identifies a member's value. Knows nothing of how it is found.

/**
 * An opaque text; two members have equal values exactly when their fingerprints are equal. A file's is its SHA-256
 * in base64url, followed by `+x` where it is executable; other kinds start with a letter and a colon
 * (`d:` directory, `r:` record, `l:` link, `m:` memory).
 */
export type Fingerprint = string;

/** Stands for a value that is not known yet, in a dry run. Equal to no fingerprint that a repository gives. */
export const UNKNOWN_FINGERPRINT: Fingerprint = '?';
