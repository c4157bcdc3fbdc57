import { ACCOUNT_SET, accountData } from '../access/accounts';
import { normalName } from '../access/names';
import { passwordOpener } from '../access/openers';
import type { NumberBlock } from '../domain/numbers/number-block';
import { ACCOUNTS_PREFIX } from '../domain/journal/subject-kinds';
import type { StretchCost } from '../access/stretch';
import type { Clock, Files, Ids } from '../ports';
import { JournalStore } from '../store/journal-store';
import type { Draft } from '../store/station-chain';
import type { Opener } from '../store/store-header';
import { FIRST_ROLES } from './access-state';
import { leaseDraft } from './number-desk';
import { ROOM_PREFIX, ROOM_SET, type RoomProfile } from './room-profile';
import { summarise } from './subjects';

/** Of the room's ports, what making a store needs. */
interface Building {
  readonly folder: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly opener: Opener;
  readonly cost?: StretchCost;
}

/** A whole store with its settings, blocks and first account, closed again. */
export async function buildRoom(
  ports: Building,
  profile: RoomProfile,
  blocks: readonly NumberBlock[],
  password: string | undefined,
): Promise<void> {
  const store = await JournalStore.create({ ...ports, summarise });
  try {
    const subject = `${ROOM_PREFIX}${ports.ids.next()}`;
    const account = normalName(profile.operator);
    await store.commit([
      { subject, kind: ROOM_SET, data: { set: profile }, account },
      ...blocks.map((block) => leaseDraft(block, account)),
      ...(password === undefined ? [] : [firstAccount(`${ACCOUNTS_PREFIX}${ports.ids.next()}`, account)]),
    ]);
    if (password !== undefined) await store.keys.put(passwordOpener(account, password, ports.cost));
  } finally {
    await store.close();
  }
}

const firstAccount = (subject: string, account: string): Draft => ({
  subject,
  kind: ACCOUNT_SET,
  data: accountData(account, { roles: FIRST_ROLES }),
  account,
});
