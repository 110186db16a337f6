#!/usr/bin/env node
// The command `pipe`: checks the Node version, then hands over to the sources (a checkout) or the bundle (a published
// package). Plain JavaScript that an old Node can parse; knows no option and no command.
import { existsSync } from 'node:fs';
import * as module from 'node:module';

const oldest = 24;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `pipe needs Node ${oldest} or newer, and this is ${process.version} (${process.execPath}).\n` +
      'Install a newer Node, or, in a checkout, run `npm ci` and then `npx pipe`.\n',
  );
  process.exit(2);
}

try {
  module.enableCompileCache();
} catch {
  // It only saves start-up time; an unwritable cache directory is no reason to stop.
}

const sources = new URL('./main.ts', import.meta.url);
const bundle = new URL('../dist/pipe.mjs', import.meta.url);
const { run } = await import((existsSync(sources) ? sources : bundle).href);
await run();
