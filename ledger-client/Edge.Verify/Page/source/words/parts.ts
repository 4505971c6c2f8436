/** Which of how many codes are missing, of a detail like "1, 3/4". */
export function partsOf(detail: string): { missing: string; count: string } {
  const [missing = '', count = ''] = detail.split('/');
  return { missing, count };
}
