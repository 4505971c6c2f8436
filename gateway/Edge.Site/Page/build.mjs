// node build.mjs PACKAGES OUT [VERIFIER]: makes the pages' files with the esbuild and uPlot that lie in PACKAGES, each also as a server sends it to a browser that unpacks; the verifier's page goes along.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [packages, out, verifier] = process.argv.slice(2).map(path => path && resolve(path));
const { buildSync } = createRequire(join(packages, 'any.js'))('esbuild');
const source = join(dirname(fileURLToPath(import.meta.url)), 'source');
const made = { nodePaths: [join(packages, 'node_modules')], bundle: true, target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none', outdir: out, write: false, logLevel: 'warning' };

const site = buildSync({ ...made, entryPoints: [{ in: join(source, 'main.ts'), out: 'page' }], format: 'esm' }).outputFiles;
const files = new Map(site.map(file => [file.path, file.contents]));
for (const name of ['index.html', 'icon.svg'])
  files.set(join(out, name), readFileSync(join(source, name)));
files.set(join(out, 'tap.html'), Buffer.from(tap()));
if (verifier)
  files.set(join(out, 'verify.html'), readFileSync(verifier));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [path, contents] of files) {
  writeFileSync(path, contents);
  writeFileSync(`${path}.br`, brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } }));
  writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }));
}

// One file: a phone that scans a code has it after one answer. Its policy allows its own script and style, by their digests.
function tap() {
  const [program, style] = ['.js', '.css'].map(kind => buildSync({ ...made, entryPoints: [join(source, 'tap/main.ts')], format: 'iife' }).outputFiles.find(file => file.path.endsWith(kind)).text.trim());
  if (/<\/(script|style)|<!--/i.test(program + style))
    throw new Error('the program or the style would end its element');
  const digest = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${digest(program)}; style-src ${digest(style)}; img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'`;
  const icon = `data:image/svg+xml;base64,${readFileSync(join(source, 'icon.svg')).toString('base64')}`;
  const parts = { policy, icon, style, program };
  return readFileSync(join(source, 'tap/tap.html'), 'utf8').replace(/{{(\w+)}}/g, (_, name) => parts[name]);
}
