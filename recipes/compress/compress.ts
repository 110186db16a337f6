// The job of compress: one file in, the same in fewer bytes out.
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';

type Links = { readonly file: InputHandle; readonly compressed: OutputHandle };
type Params = { readonly format: 'gzip' | 'zstd'; readonly level: number };

export async function compress({ file, compressed, params, signal }: Job<Links, Params>): Promise<void> {
  await pipeline(file.stream(), compressor(params), compressed.stream(), { signal });
}

function compressor({ format, level }: Params): NodeJS.ReadWriteStream {
  switch (format) {
    case 'gzip':
      if (level > constants.Z_BEST_COMPRESSION) throw new RangeError(`gzip has levels up to 9, not ${level}`);
      return createGzip({ level });
    case 'zstd':
      return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: level } });
    default:
      return format satisfies never;
  }
}
