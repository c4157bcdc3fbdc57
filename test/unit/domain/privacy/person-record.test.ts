import { describe, expect, it } from 'vitest';
import type { IssuedDocument } from '../../../../electron/core/domain/case/case-state';
import { withoutNumbers } from '../../../../electron/core/domain/privacy/numbers-in-text';
import { mayHavePaper, personRecord, scansOf } from '../../../../electron/core/domain/privacy/person-record';
import { personText } from '../../../../electron/core/domain/privacy/person-text';
import { Workstation, withParties } from '../../../fixtures/entries';
import { numberedCase, stateOf } from './numbers';

const OTHERS = /999999198802140019|E12345678|13800000004|1390000000\d|6299990000000001010/u;
const paper = (form: string, of: string) => ({ form, of }) as IssuedDocument;
const HANDED = '林知远电话 13800000004，付至 6299 9900 0000 0001 010；本人 13800000001。';

describe('what a case keeps of one person', () => {
  it('is whole for the person and holds no number of anybody else, in fields or in texts', () => {
    const station = numberedCase();
    station.caseSet({ facts: HANDED });
    const set = { receiverPhone: '0595-22000001', receiverDocument: 'E12345678', phone: '13800000001' };
    station.write({ kind: 'paper-set', data: { form: 'F19', of: 'ke', set } });
    const record = personRecord(stateOf(station), 'ke');
    expect(JSON.stringify(record)).not.toMatch(OTHERS);
    expect(record).toMatchObject({
      party: {
        document: { number: '999999199003070019' },
        phone: '13800000001',
        representatives: [{ phone: '139****0002' }, {}],
      },
      facts: '林知远电话 138****0004，付至 **** **** **** ***1 010；本人 13800000001。',
      payments: [{ account: '***************1010' }, { account: '6299990000000002026' }],
      papers: [
        {
          form: 'F19',
          fields: { receiverPhone: '0595-****0001', receiverDocument: '*******78', phone: '13800000001' },
        },
      ],
      consent: { state: 'none' },
    });
  });

  it('is nothing where the case has no such party', () => {
    expect(personRecord(stateOf(numberedCase()), 'nobody')).toBeNull();
  });

  it('can be read as Chinese text, with what was left out and who looked', () => {
    const record = personRecord(stateOf(numberedCase()), 'ke');
    if (!record) throw new Error('no record');
    const access = [{ at: '2024-04-25T01:41:07.000Z', account: '谢怀舟', zh: '查看案件', en: 'Viewed the case' }];
    const cases = [{ ...record, files: ['case-01/papers/01.pdf'], leftOut: ['调解协议书'], access }];
    const facts = {
      organisation: '银行业纠纷人民调解委员会（示例）',
      room: '调解室三',
      madeAt: '2024-04-25T02:00:00Z',
      by: '谢怀舟',
    };
    const text = personText(cases, facts);
    expect(text.startsWith('\uFEFF个人信息副本\r\n')).toBe(true);
    for (const part of [
      '第四十五条',
      '证件：居民身份证 999999199003070019',
      '2024-05-31 支付1.00元',
      '调解协议书',
      '2024-04-25 09:41 谢怀舟 查看案件',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(OTHERS);
  });
});

describe('papers and scans for one person', () => {
  it('are those about this person alone where the case keeps numbers of other people', () => {
    const state = stateOf(numberedCase());
    const may = (form: string, of: string): boolean => mayHavePaper(state, 'ke', paper(form, of));
    expect([may('F31', 'ke'), may('F06', 'ke')]).toEqual([true, true]);
    expect([may('F07', 'ke'), may('F31', 'lin'), may('F12', 'case'), may('dossier', 'case')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are also those of the whole case where nobody else has numbers in it', () => {
    const state = stateOf(withParties(new Workstation('one')));
    expect(mayHavePaper(state, 'ke', paper('F12', 'case'))).toBe(true);
    expect(mayHavePaper(state, 'ke', paper('F05', 'bank'))).toBe(false);
  });

  it('are the scans that this person handed in', () => {
    const station = numberedCase();
    station.write({ kind: 'evidence-set', data: { evidence: 'e1', set: { by: 'ke', name: '账单' } } });
    station.write({ kind: 'evidence-set', data: { evidence: 'e2', set: { by: 'lin', name: '合同' } } });
    const attach = (key: string, role: string, of: string) =>
      station.write({
        kind: 'attachment-set',
        data: {
          attachment: key,
          set: { role, of, name: 'a.jpg', type: 'image/jpeg', sha256: 'a'.repeat(64), bytes: 1, pages: 1 },
        },
      });
    attach('a', 'identity', 'ke');
    attach('b', 'identity', 'lin');
    attach('c', 'evidence', 'e1');
    attach('d', 'evidence', 'e2');
    attach('e', 'slip', '1');
    attach('f', 'slip', '2');
    expect([...scansOf(stateOf(station), 'ke')].sort()).toEqual(['a', 'c', 'e']);
  });
});

describe('running text without numbers', () => {
  it.each([
    ['身份证999999199003070019。', '身份证999999********0019。'],
    ['手机13800000001或0595-22000001', '手机138****0001或0595-****0001'],
    ['卡6299990000000001010', '卡***************1010'],
    ['2024年5月31日付300.00元，（2024）泉银人调字第0401号', '2024年5月31日付300.00元，（2024）泉银人调字第0401号'],
    ['订单A1380000000112', '订单A1380000000112'],
  ])('%s reads %s', (text, without) => {
    expect(withoutNumbers(text, new Set())).toBe(without);
    expect(
      withoutNumbers(text, new Set(['999999199003070019', '13800000001', '0595-22000001', '6299990000000001010'])),
    ).toBe(text);
  });
});
