import { describe, expect, it } from 'vitest';
import { consentsOf } from '../../../../electron/core/domain/privacy/consents';
import type { Workstation } from '../../../fixtures/entries';
import { numberedCase, stateOf } from './numbers';

const ALL = { sensitive: true, court: true, recording: true };
const fill = (station: Workstation, set: object) =>
  station.write({ kind: 'paper-set', data: { form: 'F31', of: 'ke', set } });
const issue = (station: Workstation): string =>
  station.write({
    kind: 'document-issued',
    data: { form: 'F31', of: 'ke', formVersion: '1', sha256: 'a'.repeat(64), bytes: 9, pages: 2 },
  }).id;
const scan = (station: Workstation, document: string) =>
  station.write({
    kind: 'attachment-set',
    data: {
      attachment: 'scan-1',
      set: {
        role: 'signed-scan',
        of: document,
        name: 'F31.pdf',
        type: 'application/pdf',
        sha256: 'b'.repeat(64),
        bytes: 9,
        pages: 2,
      },
    },
  });
const ofKe = (station: Workstation) => consentsOf(stateOf(station)).find(({ party }) => party === 'ke');

describe('the consent of a person', () => {
  it('is told of each natural person and of no organisation; none before there is a F31', () => {
    expect(consentsOf(stateOf(numberedCase())).map(({ party, name, state }) => [party, name, state])).toEqual([
      ['ke', '柯龙䶮', 'none'],
      ['lin', '林知远', 'none'],
    ]);
  });

  it('is asked for by a paper that was typed in, issued or printed, and gives nothing yet', () => {
    const typed = numberedCase();
    fill(typed, ALL);
    expect(ofKe(typed)).toMatchObject({ state: 'asked', sensitive: false, court: false, recording: false });
    const printed = numberedCase();
    const document = issue(printed);
    printed.write({ kind: 'document-printed', data: { document, copies: 2, way: 'printer' } });
    expect(ofKe(printed)?.state).toBe('asked');
  });

  it('is given by a day of signing or a signed scan, tick by tick', () => {
    const typed = numberedCase();
    fill(typed, { ...ALL, recording: false, signedOn: '2024-04-02' });
    expect(ofKe(typed)).toMatchObject({ state: 'given', sensitive: true, court: true, recording: false });
    const scanned = numberedCase();
    fill(scanned, { court: true });
    scan(scanned, issue(scanned));
    expect(ofKe(scanned)).toMatchObject({ state: 'given', sensitive: false, court: true, recording: false });
  });

  it('is taken back by a withdrawal, and given again by a later signing only', () => {
    const station = numberedCase();
    fill(station, { ...ALL, signedOn: '2024-04-02' });
    fill(station, { withdrawnOn: '2024-04-10' });
    expect(ofKe(station)).toMatchObject({ state: 'withdrawn', sensitive: false, court: false, recording: false });
    fill(station, { signedOn: '2024-04-10' });
    expect(ofKe(station)?.state).toBe('withdrawn');
    fill(station, { signedOn: '2024-04-11' });
    expect(ofKe(station)).toMatchObject({ state: 'given', court: true });
  });
});
