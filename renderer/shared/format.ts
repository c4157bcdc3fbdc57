/** Fen as shown everywhere: thousands separated, two digits, no sign: 2137645 is `21,376.45`. */
export function yuan(fen: number): string {
  const whole = Math.trunc(fen / 100).toString();
  const cents = (fen % 100).toString().padStart(2, '0');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${cents}`;
}

/** Fen as one types them: `21376.45`. */
export const yuanTyped = (fen: number): string => yuan(fen).replaceAll(',', '');

/** `2024-04-25` as `2024年4月25日`; what is no date stays as it is. */
export function dateInWords(date: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return found ? `${found[1] ?? ''}年${Number(found[2])}月${Number(found[3])}日` : date;
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant as Shanghai's clock shows it: `2024-04-25 09:41:07`. What is no instant stays as it is. */
export function shanghaiTime(instant: string | Date): string {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return Number.isNaN(date.getTime()) ? String(instant) : SHANGHAI.format(date);
}

/** Calendar date in Asia/Shanghai of an instant. */
export const shanghaiDay = (instant: string | Date): string => shanghaiTime(instant).slice(0, 10);

/** `2024-04-25 09:41`, for lists. */
export const shanghaiMinute = (instant: string | Date): string => shanghaiTime(instant).slice(0, 16);

/** `2024-04-25 09:41` as an instant with Shanghai's offset, the form that is kept: `2024-04-25T09:41:00+08:00`. */
export const fromShanghaiMinute = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, 16)}:00+08:00`;

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Number of a clause, 1 to 99: 一、十、十一、二十、二十一. */
export function clauseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const digit = (value: number): string => NUMERALS[value] ?? String(value);
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}
