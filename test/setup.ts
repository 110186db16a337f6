// Before each file of tests: what is drawn by chance is the same in each run, unless `SEED` says otherwise.
import process from 'node:process';
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
