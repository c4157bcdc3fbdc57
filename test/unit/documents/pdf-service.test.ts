import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { builtinModules } from 'node:module';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfService } from '../../../electron/core/documents/pdf-service';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { emptyCase } from '../../fixtures/documents/empty-case';
import { fontDirs, pdfOf, requestFor } from './support';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'pdf-service-'));
const workerFile = path.join(folder, 'pdf-worker.cjs');

/** A worker that dies on drafts and echoes the rest: the death of a thread, without a fault in the real one. */
const FRAGILE = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, input }) => {
    if (input.draft) process.exit(3);
    if (input.printedAt === 'throw') throw new Error('broken');
    parentPort.postMessage({ id, result: { ok: true, pdf: new Uint8Array([1]), pages: 1, form: 'F12', formVersion: '1' } });
  });
`;

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, 'electron/core/documents/pdf-worker.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        external: [...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: 'pdf-worker.cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  });
  writeFileSync(path.join(folder, 'fragile.cjs'), FRAGILE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the PDF service', () => {
  it('makes the same bytes on its thread, for requests at once, and passes refusals on', async () => {
    const service = createPdfService({ workerFile, fontDirs });
    try {
      const [a, refused, f] = await Promise.all([
        service.render(requestFor(caseA)),
        service.render(requestFor(emptyCase)),
        service.render(requestFor(caseF)),
      ]);
      expect(a.ok && Buffer.compare(a.pdf, (await pdfOf(caseA)).pdf)).toBe(0);
      expect(f.ok && Buffer.compare(f.pdf, (await pdfOf(caseF)).pdf)).toBe(0);
      expect(refused.ok ? [] : refused.problems.map((problem) => problem.code)).toContain('not-ready');
    } finally {
      await service.close();
    }
  });

  it('a fault of the program rejects that request and leaves the thread in use', async () => {
    const service = createPdfService({ workerFile, fontDirs });
    try {
      await expect(service.render(requestFor(caseA, { printedAt: 'today' }))).rejects.toThrow('not an instant');
      expect((await service.render(requestFor(caseF))).ok).toBe(true);
    } finally {
      await service.close();
    }
  });

  it('when the thread dies only the request in hand fails, the others go on with a new one', async () => {
    const service = createPdfService({ workerFile: path.join(folder, 'fragile.cjs'), fontDirs });
    try {
      const answers = await Promise.all([
        service.render(requestFor(caseA)),
        service.render(requestFor(caseA, { draft: true })),
        service.render(requestFor(caseA, { printedAt: 'throw' })),
        service.render(requestFor(caseF)),
      ]);
      expect(answers.map((answer) => (answer.ok ? 'made' : answer.problems[0]?.code))).toEqual([
        'made',
        'renderer-stopped',
        'renderer-stopped',
        'made',
      ]);
    } finally {
      await service.close();
    }
  });

  it('closing answers what still waits', async () => {
    const service = createPdfService({ workerFile, fontDirs });
    const waiting = [service.render(requestFor(caseA)), service.render(requestFor(caseF))];
    await service.close();
    const answers = [...(await Promise.all(waiting)), await service.render(requestFor(caseA))];
    expect(answers.every((answer) => !answer.ok && answer.problems[0]?.code === 'renderer-stopped')).toBe(true);
  });
});
