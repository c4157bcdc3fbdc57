import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { openStickFile } from '../../electron/core/crypto/stick-disk';
import { StickError } from '../../electron/core/domain/wire/stick';
import { AdminRefused } from '../admin/refused';
import { findStation, stationWord } from '../admin/stations';
import type { CentreContext } from '../context';
import { takeStick, type StickTaken } from './take-stick';
import { NoStick, writeStickFor, type StickGiven } from './write-stick-for';

const file = z
  .string()
  .min(1)
  .max(4096)
  .refine((name) => path.isAbsolute(name), 'not a whole path');
export const stickReadInput = z.strictObject({ file });
export const stickWriteInput = z.strictObject({
  station: stationWord,
  file,
  after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

/** Reads a stick where the service runs. Throws AdminRefused in the words of the fault. */
export async function readStickFile(
  context: CentreContext,
  input: z.infer<typeof stickReadInput>,
): Promise<StickTaken> {
  const source = await openStickFile(input.file).catch((fault: unknown) => {
    throw noFile(fault, input.file);
  });
  try {
    return await takeStick(context, source);
  } catch (fault) {
    if (fault instanceof StickError) throw new AdminRefused(fault.fault, fault.problem.zh, fault.problem.en);
    throw noFile(fault, input.file);
  } finally {
    await source.close().catch(() => undefined);
  }
}

/**
 * Writes a stick for a workstation where the service runs: the file appears when it is whole and durable, and never in the
 * place of another. Throws AdminRefused.
 */
export async function writeStickFile(
  context: CentreContext,
  { station: word, file: target, after = 0 }: z.infer<typeof stickWriteInput>,
): Promise<StickGiven> {
  const names = { centre: context.keys.station, centreBox: context.keys.box };
  const { station } = await context.db.within({ as: 'admin' }, (queries) => findStation(queries, names, word));
  const temporary = `${target}.writing`;
  try {
    if (await exists(target)) throw taken(target);
    await fs.rm(temporary, { force: true });
    const handle = await fs.open(temporary, 'wx', 0o600);
    let given: StickGiven;
    try {
      given = await writeStickFor(context, station, { write: (bytes) => handle.writeFile(bytes) }, after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
    return given;
  } catch (fault) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    if (fault instanceof NoStick) throw notGiven(fault);
    throw noFile(fault, target);
  }
}

const exists = (name: string): Promise<boolean> =>
  fs.stat(name).then(
    () => true,
    () => false,
  );

const taken = (name: string): AdminRefused =>
  new AdminRefused('file-exists', `“${name}”已存在，没有改动`, `"${name}" is there already; it was not touched`);

const notGiven = ({ why }: NoStick): AdminRefused =>
  why === 'not-admitted'
    ? new AdminRefused('not-admitted', '该工作站没有入网', 'This workstation is not admitted')
    : new AdminRefused(
        'no-such-place',
        '中心的记录没有到 --after 所指的位置',
        'The feed has no such place as --after says',
      );

/** In words where the disk or the file's name is the reason; other faults as they are. */
function noFile(fault: unknown, name: string): unknown {
  const code = fault instanceof Error && 'syscall' in fault && 'code' in fault ? String(fault.code) : null;
  if (code === null) return fault;
  return new AdminRefused('file', `无法读写“${name}”（${code}）`, `"${name}" cannot be read or written (${code})`);
}
