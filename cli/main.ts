// A placeholder for the command line: prints the version.
import manifest from '../package.json' with { type: 'json' };

process.stdout.write(`${manifest.version}\n`);
