// `pipe completion`: prints a shell's completion script. Knows the names of the shells.
import type { Command } from '../command.ts';
import type { CompletionWords } from '../completion/words.ts';
import { ExitCode } from '../exit-code.ts';

const shells: Readonly<Record<string, () => Promise<(words: CompletionWords) => string>>> = {
  bash: async () => (await import('../completion/bash.ts')).bashCompletion,
  zsh: async () => (await import('../completion/zsh.ts')).zshCompletion,
  fish: async () => (await import('../completion/fish.ts')).fishCompletion,
};

export const completion: Command = {
  argument: { name: 'SHELL', help: 'which shell', min: 1, max: 1, choices: Object.keys(shells) },
  options: [],
  examples: [
    { line: 'source <(pipe completion bash)', does: 'in ~/.bashrc' },
    { line: 'source <(pipe completion zsh)', does: 'in ~/.zshrc, after compinit' },
    { line: 'pipe completion fish | source', does: 'in ~/.config/fish/config.fish' },
  ],
  async run({ io, args, commands }) {
    const [{ completionWords }, script] = await Promise.all([
      import('../completion/words.ts'),
      shells[args.positionals[0]!]!(),
    ]);
    io.stdout.write(script(await completionWords(commands)));
    return ExitCode.done;
  },
};
