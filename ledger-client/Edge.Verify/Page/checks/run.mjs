// node checks/run.mjs PACKAGES VECTORS [FILE...]: all vectors of what the page reads, or those of some files.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packages = resolve(process.argv[2]);
const { buildSync } = createRequire(join(packages, 'any.js'))('esbuild');
const program = join(packages, `vectors-${process.pid}.mjs`);
buildSync({ entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'main.mjs')], bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'warning' });
try {
  await import(pathToFileURL(program).href);
} finally {
  (await import('node:fs')).rmSync(program);
}
