import type { Channel, FieldWords } from '../wire/forms.ts';

/** With thousands apart. */
export const grouped = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 0 });

/** With the decimals that the channel's resolution bears; without its unit. */
export const figure = (value: number, { decimals }: Channel): string => value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A value as people read it: a contact's state in words. */
export function valueText(value: number, channel: Channel, contact: string | undefined, field: FieldWords | undefined): string {
  const states = contact === undefined ? undefined : field?.contacts[contact];
  return states === undefined ? `${figure(value, channel)} ${channel.shownUnit}`.trimEnd() : states[value === 0 ? 0 : 1];
}

/** The first letter of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
