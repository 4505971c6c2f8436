// node checks/bundle.mjs PACKAGES OUT: the checks of vectors as one script for a browser.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [packages, outfile] = process.argv.slice(2).map(path => resolve(path));
const { buildSync } = createRequire(join(packages, 'any.js'))('esbuild');
buildSync({ entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'browser.ts')], bundle: true, format: 'iife', charset: 'utf8', outfile, logLevel: 'warning' });
