import type { VerifyReportView } from '../../../electron/contract/safety';
import type { Texts } from '../../locales/zh-CN';

type Fault = VerifyReportView['faults'][number];

interface About {
  /** Where a click leads; null where it is about no case that has a name. */
  readonly caseId: string | null;
  readonly name: string;
  /** Which entry, number or file of it, for the administrator; empty when it is all of it. */
  readonly detail: string;
}

const KINDS = ['case', 'room', 'numbers', 'rules', 'accounts', 'access'] as const;

/**
 * What a fault is about in words. The program names a journal, then what of it is wrong: `case-… 3/24 2c7f91…` is the third
 * change of 24 of that case, `numbers-… agreement 2026 12` a number of a register.
 */
export function aboutWords({ about, title }: Fault, t: Texts): About {
  const words = t.safety.verify;
  const [first = '', ...rest] = about.split(' ');
  const kind = KINDS.find((one) => first.startsWith(`${one}-`));
  const name = title ?? (kind === undefined ? '' : words.journals[kind]);
  const detail = (kind === undefined ? [first, ...rest] : rest)
    .join(' ')
    .replace(/^(\d+)\/(\d+)/, (_, nth: string, all: string) => words.nth(Number(nth), Number(all)))
    .replace(/^([a-z-]+) (\d{4}) (\d+)$/, (whole, series: string, year: string, seq: string) => {
      const known = (t.settings.series as Readonly<Record<string, string>>)[series];
      return known === undefined ? whole : `${known} ${year} ${seq.padStart(5, '0')}`;
    })
    .replace(/[0-9a-f]{16,}/g, (hash) => `${hash.slice(0, 12)}…`);
  return { caseId: title === null ? null : first, name: name === '' ? words.store : name, detail };
}
