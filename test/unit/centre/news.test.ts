import { describe, expect, it } from 'vitest';
import { createNews } from '../../../centre/entries/news';

const LONG = 60_000;

describe('news of an organisation', () => {
  it('ends the waits of that organisation alone', async () => {
    const news = createNews();
    const [ours, theirs] = [news.wait('a', news.mark('a'), LONG), news.wait('b', news.mark('b'), LONG)];
    expect(news.parked()).toBe(2);
    news.tell('a');
    await ours;
    expect(news.parked()).toBe(1);
    news.close();
    await theirs;
    expect(news.parked()).toBe(0);
  });

  it('that came between looking and waiting ends the wait at once', async () => {
    const news = createNews();
    const mark = news.mark('a');
    news.tell('a');
    await news.wait('a', mark, LONG);
    expect(news.parked()).toBe(0);
  });

  it('is waited for no longer than asked, and not by who is gone', async () => {
    const news = createNews();
    await news.wait('a', news.mark('a'), 5);
    const gone = new AbortController();
    const waiting = news.wait('a', news.mark('a'), LONG, gone.signal);
    gone.abort();
    await waiting;
    await news.wait('a', news.mark('a'), LONG, gone.signal);
    expect(news.parked()).toBe(0);
  });

  it('lets everybody go once closed', async () => {
    const news = createNews();
    news.close();
    expect(news.closed()).toBe(true);
    await news.wait('a', news.mark('a'), LONG);
  });

  it('keeps 100,000 parked listeners in little memory', async () => {
    const news = createNews();
    const waits = Array.from({ length: 100_000 }, (_, n) => news.wait(`organisation-${n % 50}`, 0, LONG));
    expect(news.parked()).toBe(100_000);
    for (let n = 0; n < 50; n += 1) news.tell(`organisation-${n}`);
    await Promise.all(waits);
    expect(news.parked()).toBe(0);
  });
});
