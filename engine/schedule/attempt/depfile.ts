// Files that a job says it read, in the format that compilers write for make. Knows no job and reads no file.

/** The prerequisites of every rule of the text, each once, in order. Source: GNU make's rules of escaping. */
export function readDepfile(text: string): string[] {
  const paths = new Set<string>();
  for (const line of text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const colon = ruleColon(line);
    if (colon >= 0) for (const word of words(line.slice(colon + 1))) paths.add(word);
  }
  return [...paths];
}

/** The colon that ends the targets: followed by white space or the end, so that `c:\x` and `a:b` are names. */
function ruleColon(line: string): number {
  for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
    const next = line[at + 1];
    if (line[at - 1] !== '\\' && (next === undefined || next === ' ' || next === '\t')) return at;
  }
  return -1;
}

function words(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const next = text[at + 1];
    if (char === '\\' && (next === ' ' || next === '#' || next === '\\' || next === ':')) {
      word += next;
      at++;
    } else if (char === '$' && next === '$') {
      word += '$';
      at++;
    } else if (char === ' ' || char === '\t') {
      if (word !== '') found.push(word);
      word = '';
    } else {
      word += char;
    }
  }
  if (word !== '') found.push(word);
  return found;
}
