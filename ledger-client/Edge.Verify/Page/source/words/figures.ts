import { shownUnit } from './shown.ts';

/** Numbers and units as people write them. */

export const grouped = (value: bigint | number): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');

/** With the decimals of the sensor's resolution; without one as short as it can be written, rounded to six digits but never before the point. */
export function valueText(value: number, decimals: number | null): string {
  if (decimals !== null)
    return value.toFixed(decimals);
  const size = Math.abs(value);
  return size >= 1e6 && size < 1e15 ? value.toFixed(0) : sixDigits(value);
}

function sixDigits(value: number): string {
  if (value === 0)
    return Object.is(value, -0) ? '-0' : '0';
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

export const tickText = (value: number, step: number): string =>
  (Math.abs(value) < 1e9 ? value.toFixed(Math.min(Math.max(Math.ceil(-Math.log10(step) - 1e-9), 0), 12)) : sixDigits(value));
