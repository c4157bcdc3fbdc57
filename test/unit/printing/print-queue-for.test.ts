import { describe, expect, it } from 'vitest';
import { printQueueFor } from '../../../electron/core/printing/print-queue-for';

describe('the printing system of a platform', () => {
  it('is CUPS on Linux and macOS', async () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const found = await printQueueFor(platform, { PATH: '/nowhere' }).printers();
      expect(found).toMatchObject({ ok: false, problems: [{ code: 'no-printing-system' }] });
    }
  });

  it('is pdf-to-printer on Windows, which really loads and elsewhere says that it does not work', async () => {
    const found = await printQueueFor('win32', {}).printers();
    const elsewhere = [{ code: 'no-printing-system', detail: { system: 'Operating System not supported' } }];
    const problems = found.ok ? [] : found.problems.filter(({ code }) => code !== 'no-printer');
    expect(problems).toMatchObject(process.platform === 'win32' ? [] : elsewhere);
  });
});
