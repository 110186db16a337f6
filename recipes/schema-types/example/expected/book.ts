// Made by recipes/schema-types/generate.ts from book.schema.json; do not edit.

/**
 * When it appeared.
 */
export type Year = number;

/**
 * A book on a shelf.
 */
export interface Book {
  /**
   * Its title.
   */
  title: string;
  year?: Year;
  /**
   * What it holds.
   */
  kind?: 'prose' | 'verse';
  /**
   * Who wrote it.
   */
  authors?: string[];
}
