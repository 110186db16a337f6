// Faults in templates, each at its place in the YAML, as the transcript that a person sees.
import { expect, test } from 'vitest';
import { attempt, faults } from './rig.ts';

test('undefined variables, in every kind of scalar', async () => {
  const text = `params: { language: en }
tasks:
  plain:
    inputs: { book: "books/{key}.txt" }
    run: wc -w < {{ bok }}
  quoted:
    inputs: { book: "books/{key}.txt" }
    run: "printf '\\\\t' && wc -w < {{ bok }}"
  block:
    inputs: { book: "books/{key}.txt" }
    run: |
      set -x
        wc -w < {{ bok }} | grep {{ langauge }}
  folded:
    inputs: { book: "books/{key}.txt" }
    run: >-
      wc
      -w
      {{ bok }}
  argv:
    inputs: { book: "books/{key}.txt" }
    exec: [wc, -w, "{{ bok }}"]
  variable:
    inputs: { book: "books/{key}.txt" }
    env: { BOOK: "{{ bok }}" }
    run: wc {{ book }}
  dependencies:
    run: gcc -MF {{ depfile }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:21: error: nothing is called "bok" here
      5 |     run: wc -w < {{ bok }}
        |                     ^^^
      expected: one of: language, key, task, book
      hint: did you mean "book"?

    pipeline.yaml:8:38: error: nothing is called "bok" here
      8 |     run: "printf '\\\\t' && wc -w < {{ bok }}"
        |                                      ^^^
      expected: one of: language, key, task, book
      hint: did you mean "book"?

    pipeline.yaml:13:20: error: nothing is called "bok" here
      13 |         wc -w < {{ bok }} | grep {{ langauge }}
         |                    ^^^
      expected: one of: language, key, task, book
      hint: did you mean "book"?

    pipeline.yaml:13:37: error: nothing is called "langauge" here
      13 |         wc -w < {{ bok }} | grep {{ langauge }}
         |                                     ^^^^^^^^
      expected: one of: language, key, task, book
      hint: did you mean "language"?

    pipeline.yaml:19:10: error: nothing is called "bok" here
      19 |       {{ bok }}
         |          ^^^
      expected: one of: language, key, task, book
      hint: did you mean "book"?

    pipeline.yaml:22:24: error: nothing is called "bok" here
      22 |     exec: [wc, -w, "{{ bok }}"]
         |                        ^^^
      expected: one of: language, key, task, book
      hint: did you mean "book"?

    pipeline.yaml:25:22: error: nothing is called "bok" here
      25 |     env: { BOOK: "{{ bok }}" }
         |                      ^^^
      expected: one of: language, key, task, book
      hint: did you mean "book"?

    pipeline.yaml:28:21: error: nothing is called "depfile" here
      28 |     run: gcc -MF {{ depfile }}
         |                     ^^^^^^^
      expected: one of: language, key, task
      hint: say \`depfile: make\` to have one
    "
  `);
});

test('properties that a value does not have', async () => {
  const text = `repositories:
  authors: { type: yaml, path: "authors/{key}.yaml" }
tasks:
  a:
    inputs: { book: "books/{key}.txt", all: "pages/*.txt", author: authors }
    run: echo {{ book.author }} {{ book.nme }} {{ all.count }} {{ author.anything }} {{ recipe.file }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:6:18: error: "book" has no "author"
      6 |     run: echo {{ book.author }} {{ book.nme }} {{ all.count }} {{ author.anything }} {{ recipe.file }}
        |                  ^^^^^^^^^^^
      expected: one of: book.path, book.name, book.stem, book.ext, book.dir, book.key
      hint: for the fields of a record give its repository \`type: yaml\` or \`json\`

    pipeline.yaml:6:36: error: "book" has no "nme"
      6 |     run: echo {{ book.author }} {{ book.nme }} {{ all.count }} {{ author.anything }} {{ recipe.file }}
        |                                    ^^^^^^^^
      expected: one of: book.path, book.name, book.stem, book.ext, book.dir, book.key
      hint: did you mean "name"?

    pipeline.yaml:6:51: error: "all" has no "count"
      6 |     run: echo {{ book.author }} {{ book.nme }} {{ all.count }} {{ author.anything }} {{ recipe.file }}
        |                                                   ^^^^^^^^^
      expected: one of: all.size, all.first, all.last

    pipeline.yaml:6:89: error: "recipe" has no "file"
      6 |     run: echo {{ book.author }} {{ book.nme }} {{ all.count }} {{ author.anything }} {{ recipe.file }}
        |                                                                                         ^^^^^^^^^^^
      expected: recipe.dir
    "
  `);
});

test('syntax, and places where no value may stand', async () => {
  const text = `tasks:
  a:
    inputs: { book: "books/{key}.txt" }
    run: wc -w < {{ book
  b:
    inputs: { book: "books/{key}.txt" }
    run: |
      echo 'the book {{ book }}'
      cat <<END
      {{ book }}
      END
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:18: error: output "{{ book" not closed
      4 |     run: wc -w < {{ book
        |                  ^^^^^^^
      hint: for {{ or {% as they are, use {% raw %}…{% endraw %}

    pipeline.yaml:8:22: error: a value inside '…' cannot be quoted
      8 |       echo 'the book {{ book }}'
        |                      ^^^^^^^^^^
      hint: use double quotes, or end the quotes before the value and begin them again after it: 'a'{{ x }}'b'; or
            add \`| raw\` if you know what the value holds

    pipeline.yaml:10:7: error: a value inside a heredoc cannot be quoted
      10 |       {{ book }}
         |       ^^^^^^^^^^
      hint: use printf '%s\\n' {{ x }}, or set a variable to the value first; or add \`| raw\` if you know what the
            value holds
    "
  `);
});

test('a recipe file that is not there', async () => {
  const files = {
    'pipeline.yaml': 'tasks:\n  a: { use: ./recipes/a.yaml }\n',
    'recipes/a.yaml': 'run: python3 {{ recipe.dir }}/rendr.py\n',
    'recipes/render.py': '',
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    recipes/a.yaml:1:31: error: recipes/rendr.py does not exist
      1 | run: python3 {{ recipe.dir }}/rendr.py
        |                               ^^^^^^^^
      hint: did you mean "render.py"?
    "
  `);
});

test('a condition over a name that files do not have', async () => {
  const text = `repositories:
  books: { type: file, path: "books/{key}.txt" }
  long: { type: filter, of: books, where: "siz > 100" }
  odd: { type: filter, of: books, where: "size >" }
tasks:
  a: { inputs: { book: long, odd: odd }, run: "wc {{ book }} {{ odd }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:44: error: nothing is called "siz" here
      3 |   long: { type: filter, of: books, where: "siz > 100" }
        |                                            ^^^
      expected: one of: key, path, size
      hint: did you mean "size"?

    pipeline.yaml:4:43: error: this is not one expression
      4 |   odd: { type: filter, of: books, where: "size >" }
        |                                           ^^^^^^
    "
  `);
});

test('an output that the command never names is a warning', async () => {
  const text = `tasks:
  a:
    inputs: { book: "books/{key}.txt" }
    outputs: { out: "build/{key}.txt" }
    depfile: make
    run: wc -w < {{ book }} > build/out.txt
`;
  const { compiled, text: shown } = await attempt(text);
  expect(compiled).toBeDefined();
  expect(shown).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:16: warning: the command never names the output "out", so nothing will be written there
      4 |     outputs: { out: "build/{key}.txt" }
        |                ^^^
      hint: write to {{ out }}

    pipeline.yaml:6:10: warning: the command never names {{ depfile }}, so nothing will be written there
      6 |     run: wc -w < {{ book }} > build/out.txt
        |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "
  `);
});

test('a value that cannot be quoted does not hide that its name is wrong', async () => {
  const text = `tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    run: echo '{{ bok }}' {{ nothing }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:16: error: a value inside '…' cannot be quoted
      4 |     run: echo '{{ bok }}' {{ nothing }}
        |                ^^^^^^^^^
      hint: use double quotes, or end the quotes before the value and begin them again after it: 'a'{{ x }}'b'; or
            add \`| raw\` if you know what the value holds

    pipeline.yaml:4:19: error: nothing is called "bok" here
      4 |     run: echo '{{ bok }}' {{ nothing }}
        |                   ^^^
      expected: one of: key, task, book
      hint: did you mean "book"?

    pipeline.yaml:4:30: error: nothing is called "nothing" here
      4 |     run: echo '{{ bok }}' {{ nothing }}
        |                              ^^^^^^^
      expected: one of: key, task, book
    "
  `);
});

test('names in a namespace, as other tools have them, and a parameter declared as a recipe declares its own', async () => {
  const text = `params: { width: { default: 80 }, language: en }
tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { count: "build/{key}.txt" }
    run: wc {{ inputs.book }} {{ params.language }} {{ params.other }} {{ bok.key }} > {{ outputs.count }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:11: error: "width" has no "secret"
      1 | params: { width: { default: 80 }, language: en }
        |           ^^^^^
      expected: the value itself, or a mapping with \`secret: true\`
      hint: write \`width: 80\`

    pipeline.yaml:1:20: error: unknown key "default"
      1 | params: { width: { default: 80 }, language: en }
        |                    ^^^^^^^
      expected: one of: secret, env

    pipeline.yaml:6:16: error: nothing is called "inputs" here
      6 |     run: wc {{ inputs.book }} {{ params.language }} {{ params.other }} {{ bok.key }} > {{ outputs.count }}
        |                ^^^^^^^^^^^
      expected: one of: language, key, task, book, count
      hint: write \`book\`: links and parameters are called by their own names

    pipeline.yaml:6:34: error: nothing is called "params" here
      6 |     run: wc {{ inputs.book }} {{ params.language }} {{ params.other }} {{ bok.key }} > {{ outputs.count }}
        |                                  ^^^^^^^^^^^^^^^
      expected: one of: language, key, task, book, count
      hint: write \`language\`: links and parameters are called by their own names

    pipeline.yaml:6:56: error: nothing is called "params" here
      6 |     run: wc {{ inputs.book }} {{ params.language }} {{ params.other }} {{ bok.key }} > {{ outputs.count }}
        |                                                        ^^^^^^^^^^^^
      expected: one of: language, key, task, book, count

    pipeline.yaml:6:75: error: nothing is called "bok" here
      6 |     run: wc {{ inputs.book }} {{ params.language }} {{ params.other }} {{ bok.key }} > {{ outputs.count }}
        |                                                                           ^^^^^^^
      expected: one of: language, key, task, book, count
      hint: did you mean "book"?

    pipeline.yaml:6:91: error: nothing is called "outputs" here
      6 |     run: wc {{ inputs.book }} {{ params.language }} {{ params.other }} {{ bok.key }} > {{ outputs.count }}
        |                                                                                           ^^^^^^^^^^^^^
      expected: one of: language, key, task, book, count
      hint: write \`count\`: links and parameters are called by their own names
    "
  `);
});
