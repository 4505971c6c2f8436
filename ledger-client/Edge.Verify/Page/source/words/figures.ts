import { shownUnit } from './shown.ts';

/** Numbers, units and beginnings as people write them. */

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const grouped = (value: bigint | number): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');

const MOST_DECIMALS = 12;
const TOO_LARGE = 1e15;

/** Section 15: the decimals of a resolution; null where it is none. */
export function decimalsOf(resolution: number): number | null {
  if (!(resolution > 0 && resolution < 1e12))
    return null;
  let decimals = 0;
  for (let power = 1; decimals < MOST_DECIMALS && resolution * power <= 0.999_999_998; power *= 10)
    decimals++;
  return decimals;
}

/** Section 15: with the decimals of the sensor's resolution; without one rounded to six digits but never before the point. Half is away from zero, as toFixed has it. */
export function valueText(value: number, decimals: number | null): string {
  const size = Math.abs(value), places = decimals ?? (size >= 999_999.5 ? 0 : null);
  return places === null || size >= TOO_LARGE ? sixDigits(value) : fixed(value, places);
}

/** What is shown as zero has no sign. */
const fixed = (value: number, decimals: number): string => value.toFixed(decimals).replace(/^-(?=[0.]+$)/, '');

function sixDigits(value: number): string {
  if (value === 0)
    return '0';
  const [digits, power] = value.toExponential(5).split('e') as [string, string];
  const exponent = Number(power);
  if (exponent > -5 && exponent < 6)
    return `${Number(value.toPrecision(6))}`;
  return `${trimmed(digits)}E${exponent < 0 ? '-' : '+'}${`${Math.abs(exponent)}`.padStart(2, '0')}`;
}

const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

const SIGNS: Record<string, string> = {
  Cel: '°C', degC: '°C', m3: 'm³', 'm3/s': 'm³/s', Ohm: 'Ω', 'uS/cm': 'µS/cm', '[degF]': '°F', '[psi]': 'psi', '[gal_us]/min': 'US gal/min', '10*6.[gal_us]/d': 'million US gal/d', '/': '', 1: '',
};

export const unitText = (unit: string): string => (unit === 'pH' ? '' : Object.hasOwn(SIGNS, unit) ? SIGNS[unit]! : shownUnit(unit));

/** "7.21 bar", and "pH 7.21" for the one quantity whose name stands before it. */
export const withUnit = (value: string, unit: string): string => `${unit === 'pH' ? 'pH ' : ''}${value} ${unitText(unit)}`.trimEnd();

/** Steps of 1, 2 or 5 times a power of ten, at most so many in a span. */
export function stepOf(span: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(span / most));
  return [1, 2, 5, 10].map(each => each * power).find(step => span / step <= most) ?? 10 * power;
}

const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000, 7_776_000, 31_536_000];

/** Steps that divide minutes, hours and days. */
export const timeStepOf = (span: number, most: number): number => (span < most ? stepOf(span, most) : SECONDS.find(step => span / step <= most) ?? stepOf(span, most));

/** Multiples of a step, counted from an origin. */
export function ticksOf(low: number, high: number, step: number, origin = 0): number[] {
  const first = Math.ceil((low - origin) / step - 1e-9), found: number[] = [];
  for (let i = 0; i < 32 && origin + (first + i) * step <= high + step * 1e-9; i++)
    found.push(origin + (first + i) * step);
  return found;
}

export const tickText = (value: number, step: number): string => (Math.abs(value) < 1e9 ? fixed(value, decimalsOf(step) ?? 0) : sixDigits(value));
