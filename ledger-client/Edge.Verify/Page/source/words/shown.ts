import { kindOf } from './signs.ts';

/** What strangers wrote, so that it cannot disguise the rest: what would reverse, hide or paint over is shown as its code point. */

const MAX_UNIT = 16;
const MAX_MARKS = 2;
/** Blocks of the scripts that run from right to left, their figures included: they would reorder the figures beside them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function shown(text: string): string {
  if (/^[ -~]*$/.test(text))
    return text;
  let marks = 0, clean = '';
  for (const sign of text) {
    const kind = kindOf(sign);
    marks = kind === 'M' ? marks + 1 : 0;
    clean += kind === 'H' || RIGHT_TO_LEFT.test(sign) || marks > MAX_MARKS ? `<U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>` : sign;
  }
  return clean;
}

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

/** A name inside a sentence: in quotation marks when it could be taken for the sentence's own words. */
export const shownName = (name: string): string => (name !== '' && [...name].every(sign => kindOf(sign) === 'L' || '.-_/'.includes(sign)) ? name : quoted(name));

/** A unit behind a value: in quotation marks when it is not one short token as UCUM and SenML have them. */
export function shownUnit(unit: string): string {
  const isPlain = unit.length <= MAX_UNIT && /^[A-Za-z0-9%/.*^_[\]()°µμΩ²³·‰-]+$/.test(unit) && !/^([0-9.*^/-]|[eE][0-9-])/.test(unit);
  return unit.length === 0 || isPlain ? unit : quoted(unit);
}
