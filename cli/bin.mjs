#!/usr/bin/env node
// The command `pipe`: checks the Node version, then hands over to the sources (a checkout) or the bundle (a published
// package). Plain JavaScript that an old Node can parse; knows no option and no command.
const oldest = 24;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `pipe needs Node ${oldest} or newer, and this is ${process.version} (${process.execPath}).\n` +
      'Install a newer Node, or, in a checkout, run `npm ci` and then `npx pipe`.\n',
  );
  process.exit(2);
}

// By call: an import of Node's makes all its lazy parts at once, which takes longer than a small build.
const { existsSync } = process.getBuiltinModule('node:fs');
const module = process.getBuiltinModule('node:module');

try {
  // What Node keeps of a module is what its first run used, so where a build has nothing to go by it is kept by itself: it
  // would leave out what the many builds after it use.
  if (existsSync('.pipe/idle')) module.enableCompileCache();
  else
    module.enableCompileCache(
      `${process.getBuiltinModule('node:os').tmpdir()}/node-compile-cache/pipe-first`,
    );
} catch {
  // It only saves start-up time; an unwritable cache directory is no reason to stop.
}

const isCheckout = existsSync(new URL('./main.ts', import.meta.url));
const part = (name, source) =>
  import(new URL(isCheckout ? source : `../dist/${name}.mjs`, import.meta.url).href);

const { quickly } = await part('quick', './quick.ts');
const answer = await quickly(process.argv.slice(2));
if (answer !== 'done') {
  const { run } = await part('pipe', './main.ts');
  await run(answer);
}
