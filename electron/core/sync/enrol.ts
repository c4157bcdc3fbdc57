import { createHash } from 'node:crypto';
import { codeText, enrolmentAnswer, enrolmentText, shortCode, type EnrolmentAnswer } from '../domain/wire/enrolment';
import { stationVerifier } from '../crypto/signing-key';
import { wipeText, type WipeOrder } from '../domain/wire/wipe';
import { refusedFor, SyncStopped } from './centre-errors';
import { CentreLine, type CentreLineParts } from './centre-line';
import type { KnownCentre, MemoryState, SyncMemory } from './sync-memory';
import type { SyncStore } from './sync-store';

/** What a person gives to ask for admission（申请入网）. */
export interface EnrolAsk {
  readonly url: string;
  /** PEM of an issuer that the system does not know. */
  readonly ca?: string | undefined;
  readonly room: string;
  readonly organisation: string;
  /** The person knows that the centre has new keys (it was set up anew); without it another key is refused. */
  readonly replace?: boolean | undefined;
}

type Identity = Pick<SyncStore, 'station' | 'box' | 'sign'>;

/**
 * The short code（核对码）that both sides show, from all keys of both. An administrator who sees the same code admits this
 * workstation and no other, and the room speaks to that centre and no other.
 */
export function codeOf({ station, box }: Identity, centre: Pick<KnownCentre, 'key' | 'box'>): string {
  const text = codeText({ station, box, centre: centre.key, centreBox: centre.box });
  return shortCode(createHash('sha256').update(text, 'utf8').digest());
}

/**
 * Asks the centre for admission, or how it stands（申请或询问）. Asking again is harmless.
 *
 * Promises: the centre's key of the first answer is kept, and another one is refused as `other-centre` ever after, unless a
 * person says that the centre was replaced: then everything is offered to it, once it has admitted this workstation. A new
 * identity of this workstation offers everything too. Rejects with LineError, SyncStopped, CentreRefused, the store's error.
 * Proved by test/unit/sync/enrol.test.ts.
 */
export async function askAdmission(
  parts: Omit<CentreLineParts, 'url'>,
  store: SyncStore,
  memory: SyncMemory,
  ask: EnrolAsk,
  signal?: AbortSignal,
): Promise<KnownCentre> {
  const answer = await request(new CentreLine({ ...parts, url: ask.url }), store, ask, signal);
  const known = memory.value.centre;
  const same = known?.key === answer.centre && known.box === answer.centreBox;
  if (known && !same && ask.replace !== true) throw new SyncStopped({ kind: 'other-centre' });
  if (known && same && answer.state === 'revoked' && answer.wipe && genuine(answer.wipe, store.station, known.key))
    throw new SyncStopped({ kind: 'wiped' });
  const centre: KnownCentre = {
    ...(same ? known : {}),
    url: ask.url,
    ...(ask.ca === undefined ? {} : { ca: ask.ca }),
    key: answer.centre,
    box: answer.centreBox,
    state: answer.state,
    organisation: answer.organisation,
    asked: { room: ask.room, organisation: ask.organisation },
  };
  if (same && ask.ca === undefined) delete centre.ca;
  await memory.commit({ centre, ...(same && memory.value.station === store.station ? {} : afresh(store.station)) });
  return centre;
}

/** Only the centre that is pinned can have everything wiped, and only on this workstation. */
const genuine = ({ order, signature }: WipeOrder, station: string, centre: string): boolean =>
  stationVerifier.verify(centre, wipeText(station, order), signature);

/** Another centre, or another identity: nothing is known of what it has. */
const afresh = (station: string): Partial<MemoryState> => ({
  station,
  checkpoint: null,
  proof: null,
  offer: true,
  broken: [],
  stations: [],
  clock: null,
});

async function request(
  line: CentreLine,
  identity: Identity,
  { room, organisation }: EnrolAsk,
  signal?: AbortSignal,
): Promise<EnrolmentAnswer> {
  const { station, box } = identity;
  const asked = { station, box, room, organisation };
  const body = JSON.stringify({ ...asked, signature: identity.sign(enrolmentText(asked)) });
  try {
    return await line.json({ method: 'POST', path: '/v1/enrolment', body, signal }, enrolmentAnswer);
  } catch (error) {
    // A centre that was never there answers like any web server.
    if (refusedFor(error, 'not-found')) throw new SyncStopped({ kind: 'not-the-centre' }, { cause: error });
    throw error;
  }
}
