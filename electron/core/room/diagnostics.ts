import { isCaseSubject, NUMBERS_PREFIX } from '../domain/journal/subject-kinds';
import type { SyncFacts, SyncStatus } from '../sync/sync-facts';
import { isEmptied } from '../store/store-ledger';

/** What the shell knows and the room does not. */
export interface ProgramFacts {
  readonly version: string;
  /** `linux x64`, versions of Electron, Chromium, Node. */
  readonly system: readonly string[];
  /** Bytes free where the store lies; null where the system does not say. */
  readonly freeBytes: number | null;
  /** The last faults, one line each, without messages. */
  readonly faults: readonly string[];
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** What of an open room is told. */
export interface RoomInside {
  readonly inside: () => { readonly station: string; readonly journals: JournalCounts };
  readonly sync: { readonly facts: SyncFacts; readonly status: SyncStatus };
}

/**
 * What a mediator may hand to the administrator（诊断信息）: counts, states, versions and the lines of code of faults.
 * Promises: no name, number, address, account or text of a case or a person is in it; it is shown whole before it is saved.
 * Proved by test/unit/room/diagnostics.test.ts, which searches it for every value of the sample cases.
 */
export function diagnosticsText(room: RoomInside | null, program: ProgramFacts): string {
  const lines = [
    '调解室工作站 诊断信息 / Mediation Room diagnostics',
    `at        ${program.at}`,
    `version   ${program.version}`,
    ...program.system.map((line) => `system    ${line}`),
    `free      ${program.freeBytes === null ? '?' : `${Math.floor(program.freeBytes / 1024 ** 2)} MB`}`,
    '',
    ...(room ? roomLines(room) : ['store     not open']),
    '',
    `faults    ${program.faults.length}`,
    ...program.faults.map((line) => `  ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

function roomLines(room: RoomInside): readonly string[] {
  const { journals, station } = room.inside();
  const { facts, status } = room.sync;
  return [
    `station   ${station.slice(0, 12)}`,
    `journals  ${journals.cases} cases, ${journals.damaged} without summary, ${journals.blocks} number blocks, ${journals.other} other`,
    `sync      ${status.state}${'reason' in status ? ` ${status.reason}` : ''}`,
    `own       ${facts.ownSeq} entries, centre has ${facts.proof?.seq ?? 0}`,
  ];
}

/** How many journals there are of each sort; `damaged` are cases that no list can show. */
export interface JournalCounts {
  readonly cases: number;
  readonly damaged: number;
  readonly blocks: number;
  readonly other: number;
}

export function countJournals(summaries: Iterable<readonly [subject: string, summary: unknown]>): JournalCounts {
  const counts = { cases: 0, damaged: 0, blocks: 0, other: 0 };
  for (const [subject, summary] of summaries) {
    if (isCaseSubject(subject) && !isEmptied(summary)) counts[summary === null ? 'damaged' : 'cases'] += 1;
    else if (subject.startsWith(NUMBERS_PREFIX)) counts.blocks += 1;
    else counts.other += 1;
  }
  return counts;
}
