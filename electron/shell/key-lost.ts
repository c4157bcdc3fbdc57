import { PASSWORD_WAY, passwordOpener, RECOVERY_WAY, recoveryOpener } from '../core/access/openers';
import { normalName } from '../core/access/names';
import { readRecoveryKey } from '../core/access/recovery-key';
import { NO_SHEET_KEY, waitProblem, WRONG_SECRET, WRONG_SHEET } from '../core/room/access-words';
import { done, refused, type Outcome, type PlacedProblem } from '../core/room/outcome';
import type { Files } from '../core/ports';
import { readWraps, type Opener } from '../core/store/store-header';
import type { OpenAttempts } from './open-attempts';

/** How a person opens the store where the system's key store does not. */
export type OtherWay =
  | { readonly way: 'password'; readonly name: string; readonly password: string }
  | { readonly way: 'recovery'; readonly key: string };

/** What there is to open the store by; null when there is nothing but the system's key store. */
export async function keyLost(files: Files, folder: string) {
  const wraps = await readWraps(files, folder);
  const people = wraps.flatMap(({ way, account }) => (way === PASSWORD_WAY && account !== undefined ? [account] : []));
  const recovery = wraps.some(({ way }) => way === RECOVERY_WAY);
  if (people.length === 0 && !recovery) return null;
  return { state: 'key-lost', problem: KEY_LOST, people, recovery } as const;
}

/** The opener of what was typed, counted as a try; `wrong` is what to say when it does not open. */
export async function openerOf(
  typed: OtherWay,
  people: readonly string[],
  tries: OpenAttempts,
): Promise<Outcome<{ readonly opener: Opener; readonly wrong: PlacedProblem }>> {
  if (typed.way === 'recovery') {
    const key = readRecoveryKey(typed.key);
    return key ? done({ opener: recoveryOpener(key), wrong: WRONG_SHEET }) : refused(NO_SHEET_KEY);
  }
  const name = normalName(typed.name);
  if (!people.includes(name)) return refused(WRONG_SECRET);
  const wait = await tries.count(name);
  if (wait) return refused(waitProblem(wait.until, wait.now));
  return done({ opener: passwordOpener(name, typed.password), wrong: WRONG_SECRET });
}

const KEY_LOST = {
  code: 'key-lost',
  zh: '系统密钥库打不开本机数据（换了电脑、重装了系统或密钥环已重建）。数据完好。请用任何一人的密码或恢复单打开，之后会重新绑定本机。',
  en: 'The key store of this system does not open the data (another computer, a system set up anew, a new keyring). The data is safe. Open it with anybody’s password or the recovery sheet; it is bound to this system then.',
};
