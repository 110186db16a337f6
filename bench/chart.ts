// The ratios as a chart: a bar for each peer of each row, on a logarithmic scale, with what was to be reached. Pure.
import { ratioText } from './print-row.ts';
import type { Results } from './results.ts';
import { ratio } from './statistics.ts';

const LABEL = 430;
const WIDTH = 360;
const LINE = 22;
const TOP = 48;
/** Ratios at the ends of the scale. */
const LEAST = 0.01;
const MOST = 10;

export function chart(results: readonly Results[]): string {
  const bars = results.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.peers.map((peer) => ({
        text: `${row.title} ÷ ${peer.tool}`,
        value: ratio(row.pipe, peer),
        target: peer.target,
      })),
    ),
  );
  const height = TOP + bars.length * LINE + 16;
  const ticks = [0.01, 0.1, 1, 10].map((tick) => {
    const x = place(tick);
    return `<line class="tick" x1="${x}" x2="${x}" y1="${TOP - 6}" y2="${height - 12}"/><text class="small" x="${x}" y="${TOP - 12}" text-anchor="middle">${tick} ×</text>`;
  });
  const lines = bars.map(({ text, value, target }, index) => {
    const y = TOP + index * LINE;
    const [from, to] = [place(1), place(value)];
    const reached = target === undefined ? 'open' : value <= target ? 'good' : 'bad';
    const goal =
      target === undefined
        ? ''
        : `<line class="goal" x1="${place(target)}" x2="${place(target)}" y1="${y}" y2="${y + LINE - 6}"/>`;
    return (
      `<text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${escaped(text)}</text>` +
      `<rect class="${reached}" x="${Math.min(from, to)}" y="${y + 2}" width="${Math.max(1, Math.abs(to - from))}" height="${LINE - 10}"/>${goal}` +
      `<text class="small" x="${LABEL + WIDTH + 46}" y="${y + 13}">${ratioText(value)}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LABEL + WIDTH + 110}" height="${height}" font-family="sans-serif" font-size="12">
<style>text{fill:#555}.small{font-size:11px}.tick{stroke:#ccc}.goal{stroke:#d97706;stroke-width:2}.good{fill:#2e8b57}.bad{fill:#c0392b}.open{fill:#7f8c8d}</style>
<text x="8" y="18">pipe ÷ peer: to the left of 1 × pipe is quicker. The line on a bar is what was to be reached.</text>
${[...ticks, ...lines].join('\n')}
</svg>
`;
}

function place(value: number): number {
  const share = Math.log(value / LEAST) / Math.log(MOST / LEAST);
  return Math.round(LABEL + Math.min(1, Math.max(0, share)) * WIDTH);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
