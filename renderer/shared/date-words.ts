/** How people type dates and times, and the one form in which they are kept. Reading only; the rules are the core's. */

const two = (n: number): string => String(n).padStart(2, '0');

/** The calendar date `YYYY-MM-DD` that was typed as 2024-4-25, 20240425, 2024/4/25 or 2024年4月25日; null when none. */
export function readDate(text: string): string | null {
  const found = /^\s*(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))\s*$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [found[1], found[2] ?? found[4], found[3] ?? found[5]].map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** Date and minute `YYYY-MM-DD HH:mm` that was typed; a date alone means midnight; null when none. */
export function readMinute(text: string): string | null {
  const found = /^(.*?)(?:[ T]+(\d{1,2})[:：](\d{2}))?$/.exec(text.trim());
  const date = readDate(found?.[1] ?? '');
  const [hour, minute] = [Number(found?.[2] ?? 0), Number(found?.[3] ?? 0)];
  if (date === null || hour > 23 || minute > 59) return null;
  return `${date} ${two(hour)}:${two(minute)}`;
}

/** The weeks of a month, Monday first, as calendar dates; days of the neighbouring months fill up. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const shift = (new Date(first).getUTCDay() + 6) % 7;
  return [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((day) => isoOf(first + (week * 7 + day - shift) * 86_400_000)),
  );
}

/** The month `n` months away: `2024-04`, 1 is `2024-05`. */
export function monthFrom(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return isoOf(Date.UTC(year, number - 1 + n, 1)).slice(0, 7);
}

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
