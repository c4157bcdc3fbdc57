import type { Problem } from '../domain/checks/problem';
import type { SyncFacts } from '../sync/sync-facts';
import { entryWords, faultWords, personWords } from '../sync/words';
import type { ClashView } from './clash-view';
import type { Room } from './room';
import { shownTo } from './shown-to';

type Exchange = 'sending' | 'receiving';
type Reason = Parameters<typeof personWords>[0];

/** The state of sync as a screen shows it, with words where something is in the way. */
export type StatusView =
  | { readonly state: 'not-set-up' }
  | {
      readonly state: 'offline';
      readonly waiting: number;
      readonly since: number | null;
      readonly words: Problem | null;
    }
  | { readonly state: 'connecting'; readonly waiting: number }
  | { readonly state: 'exchanging'; readonly direction: Exchange; readonly done: number; readonly total: number }
  | { readonly state: 'up-to-date'; readonly at: number }
  | { readonly state: 'needs-person'; readonly reason: Reason; readonly waiting: number; readonly words: Problem };

export function statusView(room: Room): StatusView {
  const { status } = room.sync;
  if (status.state === 'needs-person') return { ...status, words: personWords(status.reason) };
  if (status.state !== 'offline') return status;
  const { fault, ...offline } = status;
  return { ...offline, words: fault && faultWords(fault) };
}

/** The page 同步: what waits, what was refused, the last proof, what a person has to settle, other workstations. */
export interface SyncPage {
  readonly status: StatusView;
  readonly centre: (NonNullable<SyncFacts['centre']> & { readonly organisation: string | null }) | null;
  readonly waiting: readonly {
    readonly caseId: string;
    readonly title: string;
    readonly entries: number;
  }[];
  /** Entries of settings, numbers and rules, and of cases beyond the rows shown. */
  readonly waitingOther: number;
  /** Files that still have to follow their entries. */
  readonly waitingFiles: number;
  readonly refused: readonly {
    readonly entry: string;
    readonly caseId: string | null;
    readonly title: string;
    readonly at: number;
    readonly problem: Problem;
  }[];
  readonly proof: {
    readonly centreAt: number;
    readonly hereAt: number;
    readonly sentUpTo: number;
    readonly ownSeq: number;
    readonly readAll: boolean;
  } | null;
  readonly clashes: readonly ClashView[];
  readonly stations: readonly { readonly station: string; readonly room: string; readonly organisation: string }[];
}

/** Rows of cases that a screen shows. */
const MOST_ROWS = 200;

export async function syncPage(room: Room): Promise<SyncPage> {
  const { facts, who, engine } = room.sync;
  const session = room.access.session();
  const titles = room.cases.titles();
  const rows = [...(await room.sync.waiting(MOST_ROWS))];
  const listed = rows.reduce((all, [, count]) => all + count, 0);
  return {
    status: statusView(room),
    centre: facts.centre && { ...facts.centre, organisation: engine.centre()?.organisation ?? null },
    waiting: rows.map(([caseId, entries]) => ({ caseId, title: titles.get(caseId) ?? caseId, entries })),
    waitingOther: Math.max(0, facts.toSend.entries - facts.sent.entries - listed),
    waitingFiles: facts.toSend.files - facts.sent.files,
    refused: facts.refused.map(({ id, subject, at, fault }) => ({
      entry: id,
      caseId: titles.has(subject) ? subject : null,
      title: titles.get(subject) ?? '',
      at,
      problem: entryWords(fault),
    })),
    proof: facts.proof && {
      centreAt: facts.proof.centreAt,
      hereAt: facts.proof.hereAt,
      sentUpTo: facts.proof.seq,
      ownSeq: facts.ownSeq,
      readAll: facts.proof.readAll,
    },
    clashes: await room.clashes.list({ ...who, isShown: (caseId) => shownTo(session, caseId) }),
    stations: engine
      .stations()
      .filter(({ station, state }) => station !== who.station && state === 'admitted')
      .map(({ station, room: name, organisation }) => ({ station, room: name, organisation })),
  };
}
