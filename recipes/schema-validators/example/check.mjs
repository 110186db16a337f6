// Prints for each book of a JSON file what is wrong with it.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { validateBook } from './build/validators.mjs';

for (const book of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const faults = validateBook(book) ? [] : validateBook.errors;
  process.stdout.write(`${JSON.stringify(book.title)}: ${faults.map((fault) => fault.message).join('; ') || 'fine'}\n`);
}
