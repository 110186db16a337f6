// The tables of state.db and their migrations. Knows no rows' meaning.

/** `user_version` of a database that this program writes. */
export const STATE_VERSION = MIGRATIONS().length;

/** Statement lists that lead from version N to N + 1. Never edit one that was released: append. */
export function MIGRATIONS(): readonly string[] {
  return [
    `CREATE TABLE stats (
       path TEXT PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL
     ) WITHOUT ROWID;
     CREATE TABLE records (
       task TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, definition TEXT NOT NULL, inputs TEXT NOT NULL,
       discovered TEXT NOT NULL, outputs TEXT NOT NULL, sum INTEGER NOT NULL,
       PRIMARY KEY (task, key)
     ) WITHOUT ROWID;
     CREATE TABLE texts (digest TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
     CREATE TABLE runs (
       id INTEGER PRIMARY KEY, task TEXT NOT NULL, key TEXT NOT NULL, attempt INTEGER NOT NULL, state TEXT NOT NULL,
       successful INTEGER NOT NULL, started INTEGER NOT NULL, ended INTEGER NOT NULL, reason TEXT NOT NULL,
       failure TEXT NOT NULL, log TEXT NOT NULL, sum INTEGER NOT NULL
     );
     CREATE INDEX runs_by_job ON runs (task, key, id);
     CREATE TABLE facts (name TEXT PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;`,
    `ALTER TABLE runs ADD COLUMN result TEXT NOT NULL DEFAULT '';`,
    // Processes: each move of each, the state of those that are more than a run, and what they go on from.
    `CREATE TABLE moves (
       run INTEGER NOT NULL, pid TEXT NOT NULL, epoch INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL,
       detail TEXT NOT NULL, sum INTEGER NOT NULL,
       PRIMARY KEY (run, pid, epoch)
     ) WITHOUT ROWID;
     CREATE TABLE processes (
       pid TEXT PRIMARY KEY, run INTEGER NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL,
       paused INTEGER NOT NULL, epoch INTEGER NOT NULL, status TEXT NOT NULL, created INTEGER NOT NULL,
       changed INTEGER NOT NULL, record TEXT NOT NULL, sum INTEGER NOT NULL
     ) WITHOUT ROWID;
     CREATE INDEX processes_by_run ON processes (run);
     CREATE TABLE checkpoints (
       pid TEXT NOT NULL, tag TEXT NOT NULL, run INTEGER NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL,
       PRIMARY KEY (pid, tag)
     ) WITHOUT ROWID;
     CREATE INDEX checkpoints_by_run ON checkpoints (run);
     CREATE INDEX runs_live ON runs (id) WHERE ended = 0;`,
    // What is known of files in blocks; a row of `stats` comes before them. Where each starts is read from the index alone.
    `CREATE TABLE stat_blocks (
       id INTEGER PRIMARY KEY, start TEXT NOT NULL UNIQUE, body BLOB NOT NULL, sum INTEGER NOT NULL
     );`,
  ];
}
