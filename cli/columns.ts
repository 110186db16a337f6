// Lays rows of cells out in aligned columns. Knows nothing of what they mean.
import { stripVTControlCharacters } from 'node:util';

/** Lines without trailing blanks; columns are separated by two blanks. `right` names those that align to the right. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cellWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const padding = ' '.repeat(widths[index]! - cellWidth(cell));
        return right.has(index) ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Code points without escape sequences: exact for the Latin text that tables are mostly made of. */
function cellWidth(cell: string): number {
  return Array.from(stripVTControlCharacters(cell)).length;
}
