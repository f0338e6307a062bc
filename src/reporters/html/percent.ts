/** Never 100% while one is missing, never 0% while there is one. */
export function percentText(part: number, whole: number): string {
  if (whole === 0) return '–';
  if (part === 0) return '0%';
  if (part === whole) return '100%';
  const percent = Math.floor((part / whole) * 100);
  return percent === 0 ? '<1%' : `${percent}%`;
}
