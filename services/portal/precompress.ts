import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const worthwhile = /\.(js|css|html|svg|json)$/;

/** Writes a brotli and a gzip form of each file of text beside it, so that the server never compresses while somebody waits. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: async () => {
      const paths = await readdir(folder, { recursive: true });
      await Promise.all(
        paths.filter((path) => worthwhile.test(path)).map(async (path) => {
          const text = await readFile(join(folder, path));
          await writeFile(join(folder, `${path}.br`), await promisify(brotliCompress)(text));
          await writeFile(join(folder, `${path}.gz`), await promisify(gzip)(text, { level: 9 }));
        }),
      );
    },
  };
}
