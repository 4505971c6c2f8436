// node build.mjs PACKAGES OUT: makes the page's files with the esbuild and uPlot that lie in PACKAGES, each also as a server sends it to a browser that unpacks.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [packages, out] = process.argv.slice(2).map(path => resolve(path));
const { buildSync } = createRequire(join(packages, 'any.js'))('esbuild');
const source = join(dirname(fileURLToPath(import.meta.url)), 'source');

const { outputFiles } = buildSync({
  entryPoints: [{ in: join(source, 'main.ts'), out: 'page' }], nodePaths: [join(packages, 'node_modules')], bundle: true, format: 'esm', target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none',
  outdir: out, write: false, logLevel: 'warning',
});
const files = new Map(outputFiles.map(file => [file.path, file.contents]));
for (const name of ['index.html', 'icon.svg'])
  files.set(join(out, name), readFileSync(join(source, name)));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [path, contents] of files) {
  writeFileSync(path, contents);
  writeFileSync(`${path}.br`, brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } }));
  writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }));
}
