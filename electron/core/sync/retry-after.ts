/** Where a busy centre does not say when to come back. */
const UNSAID = 30;
const MOST = 86_400;

/**
 * Seconds that Retry-After asks for: whole seconds, or a date（RFC 9110 10.2.3）measured against the answer's own Date, so
 * that a wrong clock here does not matter; against `now` (milliseconds) where there is none. 30 when it is not said.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(MOST, Number(text));
  const until = Date.parse(text);
  if (Number.isNaN(until)) return UNSAID;
  const there = Date.parse(headers['date'] ?? '');
  const seconds = Math.ceil((until - (Number.isNaN(there) ? now : there)) / 1000);
  return Math.min(MOST, Math.max(0, seconds));
}
