/** SPEC.md, section 15: arrays and objects within each other, beyond which a definition is no JSON. */
const MAX_DEPTH = 64;

/** A channel's definition as JSON; undefined where it is none. */
export function parseDefinition(text: string): unknown {
  try {
    return depthOf(text) <= MAX_DEPTH ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Of what is JSON. */
function depthOf(json: string): number {
  let depth = 0, deepest = 0;
  for (const [sign] of json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
