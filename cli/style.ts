// Whether to use colours, and which. Knows no text that is coloured.
import type { Io, Output } from './io.ts';

type Paint = (text: string) => string;

export interface Style {
  readonly colours: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly accent: Paint;
}

const same: Paint = (text) => text;
const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

export const plainStyle: Style = {
  colours: false,
  bold: same,
  dim: same,
  good: same,
  bad: same,
  warn: same,
  accent: same,
};

export const colourStyle: Style = {
  colours: true,
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warn: sgr(33, 39),
  accent: sgr(36, 39),
};

/**
 * FORCE_COLOR decides when it is set (`0` and `false` switch colours off); then NO_COLOR (https://no-color.org) and
 * TERM=dumb switch them off; then a terminal has them.
 */
export function styleFor(output: Pick<Output, 'isTTY'>, env: Io['env']): Style {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? plainStyle : colourStyle;
  if (env['NO_COLOR'] || env['TERM'] === 'dumb') return plainStyle;
  return output.isTTY ? colourStyle : plainStyle;
}
