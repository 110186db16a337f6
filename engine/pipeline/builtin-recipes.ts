// Where the built-in recipes are. Knows no recipe.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's `recipes/`, whether this runs from the sources or from the bundle; absolute. */
export function builtinRecipes(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'recipes');
}
