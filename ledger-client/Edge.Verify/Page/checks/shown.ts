import { decimalsOf, valueText } from '../source/words/figures.ts';
import { shown, shownName } from '../source/words/shown.ts';
import { equal, keyed } from './expect.ts';

/** shown.json */

export function value(found: any): void {
  const { value: number, resolution, shown: wanted } = keyed(found, 'value', 'resolution', 'shown');
  equal(valueText(number, resolution === null ? null : decimalsOf(resolution)), wanted, `${number} with ${resolution}`);
}

export function name(found: any): void {
  const { name: text, shown: wanted } = keyed(found, 'name', 'shown');
  equal(shown(shownName(text)), wanted, 'shown');
}
