import { signs } from '../source/words/signs.ts';
import { equal } from './expect.ts';

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff0-\ufff8]/u;

function kindOf(code: number): string {
  const sign = String.fromCodePoint(code);
  return HIDDEN.test(sign) ? 'H' : /\p{M}/u.test(sign) ? 'M' : /[\p{L}\p{Nd}]/u.test(sign) ? 'L' : 'O';
}

/** The table signs.txt, as an engine's properties make it. */
export function tableOf(): string {
  const runs: [kind: string, length: number][] = [];
  for (let code = 0; code < 0x110000; code++) {
    const kind = kindOf(code), last = runs.at(-1);
    if (last?.[0] === kind)
      last[1]++;
    else
      runs.push([kind, 1]);
  }
  return runs.map(([kind, length]) => `${kind}${length === 1 ? '' : length.toString(16)}`).join('').replace(/.{1,127}(?![0-9a-f])/g, '$&\n');
}

/** Against an engine of the table's version of Unicode. @throws Wrong */
export function checkSigns(unicode: string): void {
  if (unicode === '17.0')
    equal(tableOf(), signs, 'signs.txt');
}
