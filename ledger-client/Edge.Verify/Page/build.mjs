// node build.mjs PACKAGES OUT: makes the page, one file that asks for nothing, with the esbuild that lies in PACKAGES.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [packages, out] = process.argv.slice(2).map(path => resolve(path));
const { buildSync, transformSync } = createRequire(join(packages, 'any.js'))('esbuild');
const here = dirname(fileURLToPath(import.meta.url));
const read = name => readFileSync(join(here, name), 'utf8');

const program = buildSync({
  entryPoints: [join(here, 'source/main.ts')], bundle: true, format: 'iife', target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none', nodePaths: [join(packages, 'node_modules')], write: false, logLevel: 'warning',
}).outputFiles[0].text.trim();
const style = transformSync(`${read('../Reports/Html/page.css')}\n${read('desk.css')}`, { loader: 'css', minify: true, charset: 'utf8', logLevel: 'warning' }).code.trim();
if (/<\/(script|style)|<!--/i.test(program + style))
  throw new Error('the program or the style would end its element');

const digest = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${digest(program)}; style-src ${digest(style)}; worker-src blob:; base-uri 'none'; form-action 'none'`;
const parts = { policy, style, program };
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, read('page.html').replace(/{{(\w+)}}/g, (_, name) => parts[name]));
