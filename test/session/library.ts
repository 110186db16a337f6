// A small pipeline with every shape that the commands look into: sources, records, joins, status links, a fan-out, a fan-in.
import { project, type Project } from '../rig.ts';

export const libraryPipeline = `
repositories:
  books: { type: file, path: "books/{key}.txt" }
  authors: { type: yaml, path: "authors/{key}.yaml", schema: ./author.schema.json }
  both: { type: and, of: { book: books, author: authors } }
  unread: { type: unless, of: books, unless: authors }
  names: { type: map, of: authors, value: "{{ name }}" }
  counts: { type: file, path: "build/counts/{key}.txt" }
  new-notes: { type: file, path: "notes/{key}.txt", accept_strays: true }
tasks:
  count-words:
    inputs: { book: books }
    outputs: { count: counts }
    logs: "build/logs/{key}.log"
    done: "build/done/{key}.yaml"
    run: job count-words {{ key }}; wc -w < {{ book }} > {{ count }}; echo counted
  split:
    inputs: { book: books }
    outputs: { pages: { to: "build/pages/{book}/{page}.txt", keys: "{key}/*" } }
    run: job split {{ key }}; n=0; for word in $(cat {{ book }}); do n=$((n+1)); echo $word > {{ pages }}/$n.txt; done
  lint:
    inputs: { book: books }
    run: job lint {{ key }}
  total:
    inputs: { counts: "build/counts/*.txt" }
    outputs: { total: build/total.txt }
    run: job total; cat {{ counts }} | awk '{ n += $1 } END { print n }' > {{ total }}
`;

const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, born: { type: 'integer' } },
  required: ['name'],
};

export function library(pipeline = libraryPipeline): Project {
  return project({
    'pipeline.yaml': pipeline,
    'author.schema.json': JSON.stringify(schema),
    'books/emma.txt': 'call me emma\n',
    'books/walden.txt': 'pond walk\n',
    'authors/emma.yaml': 'name: Jane # Austen\nborn: 1775\n',
  });
}

export async function built(pipeline = libraryPipeline): Promise<Project> {
  const desk = library(pipeline);
  const { status, error } = await desk.build();
  if (status !== 0) throw new Error(`the library does not build: ${error}`);
  desk.ran();
  return desk;
}
