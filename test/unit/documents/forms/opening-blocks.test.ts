import { describe, expect, it } from 'vitest';
import { paragraphs } from '../../../../electron/core/documents/blocks/clauses';
import { maskedAccount, maskedId, maskedPhone } from '../../../../electron/core/documents/blocks/masked';
import { dayInText, momentInText } from '../../../../electron/core/documents/blocks/pen-places';
import { boundPlaces, signPlaces, type SignPlace } from '../../../../electron/core/documents/blocks/sign-places';
import { tickBoxes } from '../../../../electron/core/documents/blocks/tick-boxes';
import { yesNoBoxes } from '../../../../electron/core/documents/blocks/yes-no';
import { openFontChain } from '../../../../electron/core/documents/fonts/font-chain';
import { writePdf } from '../../../../electron/core/documents/layout/pdf-writer';
import type { FlowItem } from '../../../../electron/core/documents/layout/flow';
import { textSetter } from '../../../../electron/core/documents/layout/text-setter';
import { fonts, textOf, textOfPages } from '../support';
import { boxesIn } from './opening-boxes';

const chain = openFontChain(fonts);
const setter = textSetter(chain);

async function pdfOfFlow(flow: readonly FlowItem[]) {
  const marks = { form: 'F00', number: '', sample: false };
  const document = { title: 't', author: 'a', subject: 's', flow, marks };
  return writePdf(document, '2024-04-25T10:30:00+08:00', chain, setter);
}

const place = (name: string): SignPlace => ({ role: '当事人（签名）', name, room: 'fingerprint', date: 'blank' });

describe('numbers with their middle hidden', () => {
  it('shows the first six and last four of an identity number, four and four of an account, three and four of a mobile', () => {
    expect(maskedId('999999198802140019')).toBe('999999********0019');
    expect(maskedAccount('6299990000000001010')).toBe('6299***********1010');
    expect(maskedPhone('19900000001')).toBe('199****0001');
  });

  it('hides more of a short number', () => {
    expect(maskedId('E12345678')).toBe('*******78');
    expect(maskedAccount('12345')).toBe('***45');
  });
});

describe('places for the pen in running text', () => {
  it('are printed where nothing is known, and the day or moment in Shanghai otherwise', () => {
    expect(dayInText(undefined)).toBe('＿＿＿＿年＿＿月＿＿日');
    expect(dayInText('2024-04-02')).toBe('2024年4月2日');
    expect(momentInText(undefined)).toBe('＿＿＿＿年＿＿月＿＿日＿＿时＿＿分');
    expect(momentInText('2024-04-02T02:20:00Z')).toBe('2024年4月2日10时20分');
  });
});

describe('boxes to tick', () => {
  it('are drawn, and ticked only where the caller ticked them', () => {
    const boxes = tickBoxes(
      [
        { label: '简案', ticked: false },
        { label: '繁案', ticked: true },
      ],
      setter,
      { perLine: 2 },
    );
    expect(boxesIn(boxes.node)).toEqual([
      { label: '简案', ticked: false },
      { label: '繁案', ticked: true },
    ]);
  });

  it('of yes and no are both empty before an answer', () => {
    const ticked = (answer: boolean | undefined) => boxesIn(yesNoBoxes(answer, setter).node).map((box) => box.ticked);
    expect([ticked(undefined), ticked(true), ticked(false)]).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('keep a label of 10,000 characters whole over pages', async () => {
    const label = Array.from({ length: 1_000 }, (_, at) => `第${at}项其他事项`).join('、');
    const { pdf, pages } = await pdfOfFlow([tickBoxes([{ label, ticked: true }], setter)]);
    expect(pages).toBeGreaterThan(5);
    expect(textOf(pdf).replace(/骑缝章第\d+页共\d+页F00/gu, '')).toContain(label);
  });

  it('are nothing at all without options', () => {
    expect(tickBoxes([], setter)).toEqual({ node: { stack: [] }, textLines: 0 });
  });
});

describe('places to sign', () => {
  it('name who signs and give the day, the line for the pen, or nothing', async () => {
    const places: SignPlace[] = [
      { role: '核对人（签名）', name: '傅听澜', room: 'signature', date: '2024-04-11' },
      { role: '登记人（签名）', room: 'signature', date: 'blank' },
      { role: '单位印章', name: '示例银行', room: 'seal' },
    ];
    expect(textOf((await pdfOfFlow([signPlaces(places, setter)])).pdf)).toMatch(
      /核对人（签名）：傅听澜2024年4月11日登记人（签名）：年月日示例银行（单位印章）第1页/u,
    );
  });

  it('never stand alone: 40 of them share pages that say whose they are', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `签名人${at + 1}号`);
    const text = paragraphs('以上内容已经阅读。'.repeat(30), setter);
    const flow = boundPlaces(text, names.map(place), setter, '示例文书', '备注：末行。');
    const pages = textOfPages((await pdfOfFlow(flow)).pdf);
    const all = pages.join('').replace(/\s/gu, '');
    for (const name of names) expect(all.split(name)).toHaveLength(2);
    expect(pages[0]).toContain('以上内容已经阅读');
    for (const page of pages.slice(1)) expect(page).toContain('（此页无正文，为示例文书签署页）');
    expect(pages.at(-1)).toContain('备注：末行。');
  });

  it('divide a name of 2,000 characters over pages rather than cutting it', async () => {
    const name = Array.from({ length: 300 }, (_, at) => `名称${at}段`).join('');
    const flow = boundPlaces(paragraphs('以上内容已经阅读。', setter), [place(name)], setter, '示例文书');
    const text = textOf((await pdfOfFlow(flow)).pdf).replace(/骑缝章第\d+页共\d+页F00/gu, '');
    expect(text).toContain(name);
  });
});
