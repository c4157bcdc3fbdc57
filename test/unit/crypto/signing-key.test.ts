import { describe, expect, it } from 'vitest';
import { newStationKey, stationKey, stationVerifier } from '../../../electron/core/crypto/signing-key';

const key = stationKey(newStationKey());
const SIGNATURE = key.sign('卷内经过');

describe('the key of a workstation', () => {
  it('signs what its public name verifies, and nothing else', () => {
    expect(key.station).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(SIGNATURE).toMatch(/^[A-Za-z0-9_-]{86}$/);
    expect(stationVerifier.verify(key.station, '卷内经过', SIGNATURE)).toBe(true);
    expect(stationVerifier.verify(key.station, '卷内经过 ', SIGNATURE)).toBe(false);
    const other = stationKey(newStationKey());
    expect(other.station).not.toBe(key.station);
    expect(stationVerifier.verify(other.station, '卷内经过', SIGNATURE)).toBe(false);
  });

  it('agrees with the first test vector of RFC 8032', () => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const known = stationKey(Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'));
    const name = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    expect(known.station).toBe(name.toString('base64url'));
    const expected =
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
    expect(Buffer.from(known.sign(''), 'base64url').toString('hex')).toBe(expected);
  });

  it('accepts one spelling of a signature and of a name only', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const text of [SIGNATURE, key.station]) {
      const accepted = Array.from(letters, (letter) => text.slice(0, -1) + letter).filter((spelling) =>
        text === SIGNATURE
          ? stationVerifier.verify(key.station, '卷内经过', spelling)
          : stationVerifier.verify(spelling, '卷内经过', SIGNATURE),
      );
      expect(accepted).toEqual([text]);
    }
    expect(stationVerifier.verify(key.station, '卷内经过', `${SIGNATURE}==`)).toBe(false);
    expect(stationVerifier.verify(`${key.station}=`, '卷内经过', SIGNATURE)).toBe(false);
  });

  it('refuses what is no key and no signature without crashing', () => {
    for (const station of ['', 'x', 'A'.repeat(43), '_'.repeat(43)]) {
      expect(stationVerifier.verify(station, 'x', SIGNATURE)).toBe(false);
    }
    for (const signature of ['', 'x', 'A'.repeat(86)])
      expect(stationVerifier.verify(key.station, 'x', signature)).toBe(false);
    expect(() => stationKey(Buffer.from('no key'))).toThrow();
  });
});
