import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { chooseSignatures, ownSignatures } from '../source/keys/signatures.ts';
import { checkSeries } from './series.ts';
import { checkSigns } from './signs.ts';
import { run, VECTOR_FILES } from './vectors.ts';

/** Whose functions are used, where lines lead, and all vectors, once with the browser's functions and once with the page's own. */

const lenient = { importKey: async () => ({}), verify: async () => true }, missing = { importKey: () => Promise.reject(new Error('Ed25519')) };
for (const [name, subtle] of Object.entries({ none: undefined, lenient, missing })) {
  if (await chooseSignatures(subtle) !== ownSignatures)
    throw new Error(`functions of a browser that are not strict are used: ${name}`);
}

checkSeries();
checkSigns(process.versions.unicode);

const [vectors, ...files] = process.argv.slice(3);
const native = await chooseSignatures(webcrypto.subtle);
const ways = native === ownSignatures ? [['own', ownSignatures]] : [['native', native], ['own', ownSignatures]];
for (const [way, by] of ways) {
  let passed = 0, failed = 0;
  for (const name of files.length > 0 ? files : VECTOR_FILES) {
    const result = await run(name, JSON.parse(readFileSync(`${vectors}/${name}`, 'utf8')), by);
    result.failures.forEach(failure => console.log(`${way}: ${failure}`));
    passed += result.passed;
    failed += result.failures.length;
  }
  console.log(`${way}: ${passed} vectors passed, ${failed} failed`);
  process.exitCode ||= failed > 0 ? 1 : 0;
}
