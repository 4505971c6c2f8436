import type { Words } from './words.ts';

const two = (number: number): string => `${number}`.padStart(2, '0');

/** This browser's zone at a moment, such as UTC+8. */
export function zone(at: Date): string {
  const minutes = -at.getTimezoneOffset(), sign = minutes < 0 ? '-' : '+', [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return minutes === 0 ? 'UTC' : `UTC${sign}${hours}${rest === 0 ? '' : `:${two(rest)}`}`;
}

export const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;

export const day = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** 2026-11-20 08:14:02 UTC+8 */
export const moment = (at: Date): string => `${day(at)} ${clock(at)} ${zone(at)}`;

/** Two units at most, the largest first; below ten seconds with a tenth. */
export function span(seconds: number, { units }: Words): string {
  if (seconds < 9.95)
    return `${Math.max(0, seconds).toFixed(1)} ${units[3]}`;
  const sizes = [86_400, 3_600, 60, 1], whole = Math.round(seconds);
  const first = sizes.findIndex(size => whole >= size);
  const count = Math.trunc(whole / sizes[first]!), rest = first < 3 ? Math.trunc((whole % sizes[first]!) / sizes[first + 1]!) : 0;
  return `${count} ${units[first]}${rest > 0 ? ` ${rest} ${units[first + 1]}` : ''}`;
}
