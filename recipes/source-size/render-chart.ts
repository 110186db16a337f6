// Counts by folder as a bar chart in SVG, which fits light and dark pages. Knows no file.
import type { FolderSize } from '../code-size/folder-sizes.ts';

const width = 760;
const left = 190;
const right = 70;
const top = 64;
const rowHeight = 24;
const barHeight = 14;

export function renderChart(title: string, folders: readonly FolderSize[]): string {
  const height = top + folders.length * rowHeight + 34;
  const largest = Math.max(1, ...folders.map(({ code, comment }) => code + comment));
  const step = tickStep(largest);
  const end = Math.ceil(largest / step) * step;
  const scale = (lines: number): number => (lines / end) * (width - left - right);
  const bottom = top + folders.length * rowHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeXml(title)}, by folder</title>`,
    style,
    `<text class="title" x="16" y="26">${escapeXml(title)}</text>`,
    ...legend(),
    ...ticks(end, step).map((lines) => tick(lines, left + scale(lines), bottom)),
    ...folders.map((folder, index) => bar(folder, top + index * rowHeight, scale)),
    '</svg>',
    '',
  ].join('\n');
}

const style = `<style>
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
  .title { font-size: 15px; font-weight: 600 }
  .number, .tick { fill: #59636e; font-variant-numeric: tabular-nums }
  .tick { text-anchor: middle }
  .folder { text-anchor: end }
  .grid { stroke: #d1d9e0 }
  .code { fill: #2f6fb3 }
  .comment { fill: #9ec5e8 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .number, .tick { fill: #9198a1 }
    .grid { stroke: #3d444d }
    .code { fill: #5aa2ea }
    .comment { fill: #2c5a88 }
  }
</style>`;

function legend(): string[] {
  return [
    `<rect class="code" x="16" y="38" width="10" height="10"/><text x="32" y="47">code</text>`,
    `<rect class="comment" x="76" y="38" width="10" height="10"/><text x="92" y="47">comments</text>`,
  ];
}

function tick(lines: number, x: number, bottom: number): string {
  const at = fixed(x);
  return `<line class="grid" x1="${at}" y1="${top - 4}" x2="${at}" y2="${bottom}"/><text class="tick" x="${at}" y="${bottom + 18}">${lines}</text>`;
}

function bar({ folder, code, comment }: FolderSize, y: number, scale: (lines: number) => number): string {
  const middle = y + rowHeight / 2 + 4;
  const barTop = y + (rowHeight - barHeight) / 2;
  const codeWidth = scale(code);
  const commentWidth = scale(comment);
  return [
    `<text class="folder" x="${left - 10}" y="${middle}">${escapeXml(folder)}</text>`,
    `<rect class="code" x="${left}" y="${barTop}" width="${fixed(codeWidth)}" height="${barHeight}"/>`,
    `<rect class="comment" x="${fixed(left + codeWidth)}" y="${barTop}" width="${fixed(commentWidth)}" height="${barHeight}"/>`,
    `<text class="number" x="${fixed(left + codeWidth + commentWidth + 6)}" y="${middle}">${code + comment}</text>`,
  ].join('');
}

function ticks(end: number, step: number): number[] {
  return Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step);
}

/** 1, 2 or 5 times a power of ten, so that there are at most six steps. */
function tickStep(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  const steps = [0.1, 0.2, 0.5, 1, 2].map((factor) => Math.max(1, Math.round(power * factor)));
  return steps.find((step) => largest / step <= 6) ?? power * 2;
}

function fixed(number: number): string {
  return String(Math.round(number * 10) / 10);
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
