/** A colour of the style sheet, as it is in the light or dark that the browser shows now. */
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
