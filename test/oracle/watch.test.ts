// Random pipelines with random stories beside a watch: it comes to what the truth says, and to what a build would.
import { testSeeds } from './seeds.ts';

testSeeds(501, 521, 'watch');
