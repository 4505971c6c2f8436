/** A form of SPEC.md, sections 1 to 10, is violated: nothing is said of the file. */
export class Malformed extends Error {}

export function need(holds: boolean, what: string): asserts holds {
  if (!holds)
    throw new Malformed(what);
}
