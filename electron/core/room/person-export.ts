import path from 'node:path';
import type { CaseState, IssuedDocument } from '../domain/case/case-state';
import { DOSSIER, FORMS } from '../domain/forms/form-facts';
import { isFormId } from '../domain/forms/form-ids';
import { eventWords } from '../domain/privacy/event-words';
import { mayHavePaper, personRecord, scansOf } from '../domain/privacy/person-record';
import { personText, type PersonCase } from '../domain/privacy/person-text';
import { stampMillis } from '../domain/journal/hybrid-clock';
import type { KeptNote } from './access-log';
import type { RoomContext } from './room-context';
import { fitForFileName } from './transfer-names';
import { jsonBytes } from './transfer-zip';
import type { ZippedFile } from './zip-sink';

/** A case in which the person is a party; `state` whole. */
export interface PersonPlace {
  readonly state: CaseState;
  readonly party: string;
  /** Notes of the access log about this case, newest first. */
  readonly notes: readonly KeptNote[];
}

const ENDINGS = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' } as const;

/** One file of a case with its place in the ZIP and the hash of its bytes. */
interface CaseFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * What the ZIP for one person holds（个人信息副本, 个人信息保护法 Art. 45）: `index.json`, 说明.txt to read, and the papers and
 * scans of each case. Promises: numbers of other natural persons are masked in both indexes; a paper whose frozen bytes
 * may show them is left out and named; each file is the bytes that the store keeps under its hash. Does not promise: what
 * scans show that the person handed in. Proved by test/unit/room/privacy-desk.test.ts.
 */
export function personFiles(
  places: readonly PersonPlace[],
  context: Pick<RoomContext, 'store' | 'profile' | 'account'>,
  madeAt: string,
): readonly ZippedFile[] {
  const found = places.map((place, index) => placeFiles(place, index + 1));
  const cases = found.flatMap(({ record }) => (record ? [record] : []));
  const { organisation, room } = context.profile();
  const by = context.account();
  const index = { madeAt, by, organisation: organisation.name, room, basis: '个人信息保护法 Art. 45', cases };
  const text = personText(cases, { organisation: organisation.name, room, madeAt, by });
  return [
    { name: 'index.json', bytes: () => jsonBytes(index) },
    { name: '说明.txt', bytes: () => Buffer.from(text, 'utf8') },
    ...found.flatMap(({ files }) =>
      files.map(({ name, sha256 }) => ({ name, bytes: () => context.store.blobs.get(sha256) })),
    ),
  ];
}

function placeFiles({ state, party, notes }: PersonPlace, place: number) {
  const folder = `case-${String(place).padStart(2, '0')}`;
  const record = personRecord(state, party);
  const [papers, leftOut] = [true, false].map((may) =>
    state.documents.filter((each) => mayHavePaper(state, party, each) === may),
  );
  const scans = scansOf(state, party);
  const files: CaseFile[] = [
    ...(papers ?? []).map((each, at) => ({
      name: `${folder}/papers/${String(at + 1).padStart(2, '0')}_${fitForFileName(titleOf(each))}.pdf`,
      sha256: each.sha256,
    })),
    ...state.attachments
      .filter(({ key }) => scans.has(key))
      .map(({ name, type, sha256 }, at) => ({
        name: `${folder}/scans/${String(at + 1).padStart(2, '0')}_${fitForFileName(path.parse(name).name)}${ENDINGS[type]}`,
        sha256,
      })),
  ];
  const access = notes.map(({ at, account, event, what }) => ({
    at: new Date(stampMillis(at)).toISOString(),
    account,
    ...eventWords(event, what),
  }));
  const whole: PersonCase | null = record && {
    ...record,
    files: files.map(({ name }) => name),
    leftOut: (leftOut ?? []).map(titleOf),
    access,
  };
  return { files, record: whole };
}

const titleOf = ({ form, number }: IssuedDocument): string => {
  const title = form === DOSSIER ? '卷宗' : isFormId(form) ? FORMS[form].zh : form;
  return number === undefined ? title : `${title} ${number}`;
};
