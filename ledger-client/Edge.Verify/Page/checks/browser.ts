import { chooseSignatures, ownSignatures } from '../source/keys/signatures.ts';
import { run, VECTOR_FILES } from './vectors.ts';

/** For a browser: the vectors by its own functions where they are used, and by the page's. */
Object.assign(globalThis, {
  vectorFiles: VECTOR_FILES,
  async runVectors(name: string, text: string) {
    const native = await chooseSignatures(crypto.subtle);
    return { isNative: native !== ownSignatures, byBrowser: await run(name, JSON.parse(text), native), byPage: await run(name, JSON.parse(text), ownSignatures) };
  },
});
