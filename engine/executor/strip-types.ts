// Lets Node run TypeScript below node_modules too, where it strips no types by itself and where built-in recipes lie once
// pipe is installed. For programs that run users' modules.
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

export function stripTypesEverywhere(): void {
  nodeModule.registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.includes('/node_modules/') || !/\.m?ts$/.test(url))
        return next(url, context);
      const emitWarning = process.emitWarning.bind(process);
      process.emitWarning = () => {};
      try {
        const source = nodeModule.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
        return { format: 'module', source, shortCircuit: true };
      } finally {
        process.emitWarning = emitWarning;
      }
    },
  });
}
