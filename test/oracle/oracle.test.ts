// Random pipelines with random stories, against the truth: the first half of the fixed seeds.
import { testSeeds } from './seeds.ts';

testSeeds(1, 151);
