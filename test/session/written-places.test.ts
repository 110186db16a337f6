import { expect, test } from 'vitest';
import type { Plan } from '../../engine/model/plan.ts';
import { compilePattern } from '../../engine/repository/pattern.ts';
import { WrittenPlaces } from '../../engine/session/written-places.ts';

function places(...texts: readonly (readonly [text: string, writers: number])[]): WrittenPlaces {
  const patterns = texts.map(([text]) => {
    const pattern = compilePattern(text);
    if (!pattern.ok) throw new Error(pattern.error.message);
    return pattern.value;
  });
  const repositories = texts.map(([, writers]) => ({ writers: Array.from({ length: writers }) }));
  return new WrittenPlaces({ repositories } as unknown as Plan, new Map(patterns.entries()));
}

test('finds the repository of a path, whether it is one path or many', () => {
  const found = places(
    ['src/{name}.c', 0],
    ['build/{name}.o', 1],
    ['build/app', 1],
    ['{name}.log', 1],
    ['pages/{book}/{page}.txt', 2],
    ['/elsewhere/{name}', 1],
    ['/{name}', 1],
  );
  for (const [path, owner] of [
    ['src/a.c', undefined],
    ['build/a.o', 1],
    ['build/app', 2],
    ['build/app.exe', undefined],
    ['a.log', 3],
    ['pages/emma/1.txt', 4],
    ['pages/emma/notes/1.txt', undefined],
    ['/elsewhere/x', 5],
    ['/x', 6],
    ['build/b.o', 1],
  ] as const)
    expect([path, found.ownerOf(path)]).toEqual([path, owner]);
});
