import { describe, expect, it } from 'vitest';
import { eventWords } from '../../../../electron/core/domain/privacy/event-words';
import { ACCESS_EVENTS } from '../../../../electron/core/room/access-log';

describe('the words of the access log', () => {
  it.each(ACCESS_EVENTS)('know %s in both languages', (event) => {
    const { zh, en } = eventWords(event);
    expect(zh).not.toBe(event);
    expect(en).toMatch(/^[A-Z]/u);
  });

  it('name the form that was taken out, and the party whose numbers were shown', () => {
    expect(eventWords('exported', 'viewer F12')).toEqual({
      zh: '取出到数据库之外：用系统程序打开 人民调解协议书',
      en: "Took out of the store: in the system's viewer Mediation agreement",
    });
    expect(eventWords('unmasked', 'ke', '柯龙䶮').zh).toBe('显示完整号码：柯龙䶮');
    expect(eventWords('unmasked', 'ke').zh).toBe('显示完整号码');
    expect(eventWords('opened-attachment', 'scan-1').zh).toBe('打开附件');
  });

  it('show an event of a newer version as it is', () => {
    expect(eventWords('toString', 'x').zh).toBe('toString：x');
  });
});
