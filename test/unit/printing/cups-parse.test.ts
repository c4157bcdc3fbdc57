import { describe, expect, it } from 'vitest';
import { parseEnd, parseJob, parsePrinters, parseRequestId } from '../../../electron/core/printing/cups-parse';
import { ENDED_JOBS, LIVE_JOBS, PRINTERS } from './lpstat-answers';

describe('the list of printers that lpstat gives', () => {
  const printers = parsePrinters(PRINTERS);
  const of = (name: string) => printers.find((printer) => printer.name === name);

  it('is read in its order, with names and descriptions', () => {
    expect(printers.map(({ name }) => name)).toEqual(['office', 'still', 'closed', 'jammed', 'failed']);
    expect(of('office')?.description).toBe('二楼调解室 Laser: A4');
    expect(of('still')?.description).toBe('');
  });

  it('knows the default, and what is switched off or accepts nothing', () => {
    expect(printers.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['office']);
    expect(printers.filter(({ enabled }) => !enabled).map(({ name }) => name)).toEqual(['still', 'failed']);
    expect(printers.filter(({ accepting }) => !accepting).map(({ name }) => name)).toEqual(['closed']);
  });

  it('keeps what printer and administrator say', () => {
    expect(of('still')).toMatchObject({ message: 'paper change', alerts: ['paused'] });
    expect(of('closed')).toMatchObject({ refusal: 'being serviced' });
    expect(of('jammed')?.alerts).toEqual(['toner-low-warning', 'media-jam-error']);
    expect(of('office')).toMatchObject({ message: '', alerts: [], refusal: '' });
  });

  it('takes a default with an instance for its queue', () => {
    const text = PRINTERS.replace('destination: office', 'destination: office/duplex');
    expect(parsePrinters(text).find(({ isDefault }) => isDefault)?.name).toBe('office');
  });

  it('is empty when there are none', () => expect(parsePrinters('no system default destination\n')).toEqual([]));
});

describe('a job in the list that lpstat gives', () => {
  it('is found by its whole id', () => {
    expect(parseJob(LIVE_JOBS, 'q1-1')).toBeUndefined();
    expect(parseJob(ENDED_JOBS, 'q1-1')).toEqual({ id: 'q1-1', message: '', alerts: ['processing-to-stop-point'] });
    expect(parseJob(LIVE_JOBS, 'q1-12')).toEqual({ id: 'q1-12', message: '', alerts: [] });
  });

  it('keeps what the device complained of', () =>
    expect(parseJob(LIVE_JOBS, 'q1-8')?.message).toBe('device fell over'));
});

describe('the answers of lp and cancel', () => {
  it('name the new job', () => {
    expect(parseRequestId('request id is room-3-laser-17 (0 file(s))\n')).toBe('room-3-laser-17');
    expect(parseRequestId('lp: Error - The printer or class does not exist.\n')).toBeUndefined();
  });

  it('say how a job ended', () => {
    const said = (word: string) => parseEnd(`cancel: cancel-job failed: Job #1 is already ${word} - can't cancel.\n`);
    expect(said('completed')).toBe('completed');
    expect(said('canceled')).toBe('canceled');
    expect(said('aborted')).toBe('aborted');
    expect(parseEnd('cancel: cancel-job failed: Job #77 does not exist.')).toBeUndefined();
  });
});
