// Greets.
import { name } from './name.ts';

process.stdout.write(`Hello, ${name satisfies string}!\n`);
