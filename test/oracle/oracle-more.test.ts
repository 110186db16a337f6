// The second half of the fixed seeds, in a file of its own so that both halves run at once.
import { testSeeds } from './seeds.ts';

testSeeds(151, 301);
