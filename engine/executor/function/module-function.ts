// Finds the function of a user's module, with messages that name the place of what is wrong. Knows no jobs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export type UserFunction = (argument: unknown) => unknown;

/** Rejects with what the module threw while it was loaded, or with an error that says what it lacks. */
export async function moduleFunction(path: string, name: string): Promise<UserFunction> {
  const url = pathToFileURL(path).href;
  let exports: Record<string, unknown>;
  try {
    exports = (await import(url)) as Record<string, unknown>;
  } catch (error) {
    throw located(error, url);
  }
  // What a CommonJS module exports is under `default` in any case, and under its name only where Node can tell.
  const commonJs = exports['default'] as Record<string, unknown> | null | undefined;
  const value = name in exports ? exports[name] : commonJs?.[name];
  if (typeof value === 'function') return value as UserFunction;
  if (value !== undefined) {
    throw new TypeError(
      `${placeOf(path, name)}: the export ${JSON.stringify(name)} is not a function but ${typeof value}`,
    );
  }
  const names = Object.keys('module.exports' in exports ? Object(commonJs) : exports).join(', ');
  throw new TypeError(
    `${path} has no export ${JSON.stringify(name)}; ${names === '' ? 'it exports nothing' : `it exports ${names}`}`,
  );
}

/**
 * The error with file and line in its message, if it is a syntax error. Node keeps the place of one in plain JavaScript
 * to itself until it dies of it, so another Node is let die: it links the module, and then fails to link an export that
 * does not exist, so that none of the user's code runs a second time.
 */
function located(error: unknown, url: string): unknown {
  if (!(error instanceof SyntaxError)) return error;
  if (!PLACE.test(error.stack ?? '')) {
    const { stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import ${JSON.stringify(url)}; import { never } from 'data:text/javascript,';`,
      ],
      { encoding: 'utf8', timeout: 10_000 },
    );
    const at = stderr.indexOf(`SyntaxError: ${error.message}`);
    const place = at < 0 ? '' : stderr.slice(0, at).trimEnd();
    if (PLACE.test(place)) error.stack = `${place}\n\n${error.stack}`;
  }
  const [, file, line] = PLACE.exec(error.stack ?? '') ?? [];
  if (file !== undefined) {
    const stack = error.stack!;
    error.message = `${file.replace(/^file:\/\//, '')}:${line}: ${error.message}`;
    error.stack = stack;
  }
  return error;
}

/** How Node begins what it says of a syntax error. */
const PLACE = /^((?:file:\/\/)?\/.+):(\d+)$/m;

function placeOf(path: string, name: string): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  const line = lines.findIndex((line) => /\bexports?\b/.test(line) && line.includes(name));
  return line < 0 ? path : `${path}:${line + 1}`;
}
