import { numberBlock, type NumberBlock } from '../core/domain/numbers/number-block';
import { shanghaiDateOf } from '../core/domain/time/calendar-date';
import type { Organisation } from '../core/domain/organisation/organisation';
import { Room } from '../core/room/room';
import { loadSampleCases } from '../core/room/sample-cases';
import { readSampleProfile } from '../core/room/sample-files';
import { sampleBlocks } from '../core/room/sample-profile';
import { required, UsageError, type Options } from './arguments';
import { keyFileOf, makeKeyFile, removeKeyFile } from './key-file';
import { pdfService, portsFor, SAMPLES } from './open-room';
import { say, type Exit } from './output';

/** `agreement:2026:401-450` */
function readBlock(text: string): NumberBlock {
  const [, series, year, first, last] = /^([a-z-]+):(\d{4}):(\d+)-(\d+)$/.exec(text) ?? [];
  const parsed = numberBlock.safeParse({ series, year: Number(year), first: Number(first), last: Number(last) });
  if (!parsed.success)
    throw new UsageError(`号段应写成 agreement:2026:401-450 / write a block as agreement:2026:401-450, not ${text}`);
  return parsed.data;
}

async function profileOf(options: Options): Promise<{ organisation: Organisation; blocks: readonly NumberBlock[] }> {
  const blocks = options.block.map(readBlock);
  if (options.sample) {
    const sample = await readSampleProfile(SAMPLES);
    const room = required(options.room, '--room');
    const today = shanghaiDateOf(new Date().toISOString());
    return {
      organisation: sample.organisation,
      blocks: blocks.length > 0 ? blocks : sampleBlocks(sample, room, Number(today.slice(0, 4))),
    };
  }
  const organisation = {
    name: required(options.org, '--org'),
    numberAbbreviation: required(options.abbreviation, '--abbreviation'),
    sample: false,
  };
  return { organisation, blocks };
}

/** `init`: makes a store, its key file and its number blocks; with `--sample` also the invented committee and cases. */
export async function init(_words: readonly string[], options: Options): Promise<Exit> {
  const folder = required(options.store, '--store');
  const room = required(options.room, '--room');
  const { organisation, blocks } = await profileOf(options);
  const keyFile = keyFileOf(folder);
  const opener = await makeKeyFile(keyFile);
  const pdf = pdfService();
  try {
    const operator = options.operator ?? 'administrator';
    const made = await Room.create(portsFor(folder, opener, pdf), { room, operator, organisation }, blocks).catch(
      async (fault: unknown) => {
        await removeKeyFile(keyFile);
        throw fault;
      },
    );
    if (options.sample) await loadSampleCases(made, SAMPLES);
    const report = {
      store: folder,
      keyFile,
      room,
      organisation: organisation.name,
      cases: made.caseCount,
      blocks: blocks.length,
    };
    await made.close();
    if (options.json) say.json(report);
    else
      say.result(
        `${room} · ${organisation.name}\nstore ${folder}\nkey   ${keyFile}\n${report.cases} cases, ${blocks.length} number blocks`,
      );
    say.message(
      '密钥文件丢失后数据无法打开，请另行妥善保管。 / Without the key file the store cannot be opened: keep it safe, apart from the store.',
    );
    return 0;
  } finally {
    await pdf.close();
  }
}
