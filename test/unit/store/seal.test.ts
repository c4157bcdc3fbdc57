import { describe, expect, it } from 'vitest';
import { sealFor } from '../../../electron/core/store/seal';
import { StoreError } from '../../../electron/core/store/store-error';
import { KEY } from '../../fixtures/store';

const PLAIN = Buffer.from('柯龙䶮与刺桐湾银行卡中心'.repeat(3), 'utf8');
const seal = sealFor(KEY, 'journal');
const sealed = Buffer.from(seal.seal('case-1', PLAIN));

function faultOf(bytes: Uint8Array, place = 'case-1', by = seal): string {
  try {
    return by.open(place, bytes).toString();
  } catch (fault) {
    if (fault instanceof StoreError) return fault.fault;
    throw fault;
  }
}

describe('sealed bytes', () => {
  it('open to what was sealed, from any part of a larger buffer, and never look alike twice', () => {
    expect(Buffer.from(seal.open('case-1', sealed))).toEqual(PLAIN);
    const within = Buffer.concat([Buffer.alloc(5), sealed]).subarray(5);
    expect(Buffer.from(seal.open('case-1', within))).toEqual(PLAIN);
    expect(Buffer.from(seal.seal('case-1', PLAIN))).not.toEqual(sealed);
    expect(Buffer.from(seal.open('x', seal.seal('x', Buffer.alloc(0))))).toHaveLength(0);
    expect(sealed.includes(PLAIN.subarray(0, 9))).toBe(false);
  });

  it('are damaged when any bit of any byte is flipped', () => {
    for (let at = 0; at < sealed.length * 8; at++) {
      const copy = Buffer.from(sealed);
      copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(faultOf(copy), `bit ${at}`).toBe('damaged');
    }
  });

  it('are damaged when cut at any length, or longer', () => {
    for (let length = 0; length < sealed.length; length++) expect(faultOf(sealed.subarray(0, length))).toBe('damaged');
    expect(faultOf(Buffer.concat([sealed, Buffer.alloc(1)]))).toBe('damaged');
  });

  it('are in the wrong place under another name, whole though they are', () => {
    expect(faultOf(sealed, 'case-2')).toBe('wrong-place');
    expect(faultOf(sealed, 'case-11')).toBe('wrong-place');
  });

  it('do not open with another key or for another purpose', () => {
    expect(faultOf(sealed, 'case-1', sealFor(Buffer.alloc(32, 8), 'journal'))).toBe('damaged');
    expect(faultOf(sealed, 'case-1', sealFor(KEY, 'blob'))).toBe('damaged');
  });
});
