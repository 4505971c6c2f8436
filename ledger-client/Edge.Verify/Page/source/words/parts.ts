/** Which of how many codes are missing, of a detail like "1, 3/4". @param comma of the language */
export function partsOf(detail: string, comma: string): { missing: string; count: string } {
  const [missing = '', count = ''] = detail.split('/');
  return { missing: missing.replaceAll(', ', comma), count };
}
