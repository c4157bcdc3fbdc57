import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dialog } from 'electron';
import type { Handlers } from '../../contract/answers';
import type { Received } from '../../contract/contract';
import type { ImportReportView, RoomInfo } from '../../contract/room';
import { nameProblem, normalName } from '../../core/access/names';
import { passwordProblem } from '../../core/access/secret-rules';
import type { NumberBlock } from '../../core/domain/numbers/number-block';
import type { Organisation } from '../../core/domain/organisation/organisation';
import { shanghaiDateOf } from '../../core/domain/time/calendar-date';
import type { IntakeResult } from '../../core/room/intake-desk';
import { done, refused, type Outcome, type PlacedProblem } from '../../core/room/outcome';
import type { Room } from '../../core/room/room';
import { loadSampleCases } from '../../core/room/sample-cases';
import { readSampleProfile } from '../../core/room/sample-files';
import { sampleBlocks } from '../../core/room/sample-profile';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `room.${string}`>;

/** First start, settings, samples, intake files, 今日. */
export function roomHandlers(holder: RoomHolder, samplesDir: string): Handlers<Methods> {
  const foundation = async ({
    room,
    sample,
    organisation,
    blocks,
  }: Pick<Received<'room.create'>, 'room' | 'sample' | 'organisation' | 'blocks'>): Promise<
    Outcome<{ readonly organisation: Organisation; readonly blocks: readonly NumberBlock[] }>
  > => {
    if (!sample) {
      return organisation
        ? done({ organisation: { ...organisation, sample: false }, blocks })
        : refused(NO_ORGANISATION);
    }
    const profile = await readSampleProfile(samplesDir);
    const year = Number(shanghaiDateOf(new Date().toISOString()).slice(0, 4));
    return done({
      organisation: profile.organisation,
      blocks: blocks.length > 0 ? blocks : sampleBlocks(profile, room, year),
    });
  };
  return {
    'room.status': async () => {
      const status = await holder.status();
      return done(status.state === 'open' ? { state: 'open', room: infoOf(status.room) } : status);
    },
    'room.create': async ({ room, operator, password, sample, organisation, blocks }) => {
      const status = await holder.status();
      if (status.state === 'fault' || status.state === 'key-lost') return refused(status.problem);
      if (status.state === 'open') return refused(ALREADY);
      const name = normalName(operator);
      const problems = [atOperator(nameProblem(name, [])), passwordProblem(password, name)].flatMap((p) => p ?? []);
      if (problems.length > 0) return refused(...problems);
      const found = await foundation({ room, sample, organisation, blocks });
      if (!found.ok) return found;
      const made = await holder.create(
        { room, operator: name, organisation: found.value.organisation },
        found.value.blocks,
        password,
      );
      const inside = await made.access.signIn(name, password);
      return inside.ok ? done(infoOf(made)) : inside;
    },
    'room.loadSamples': () => withRoom(holder, async (room) => done(reportOf(await loadSampleCases(room, samplesDir)))),
    'room.importFiles': () => withRoom(holder, importFiles),
    'room.leaseBlock': ({ block }) =>
      withRoom(holder, async (room) => {
        const leased = await room.numbers.lease([block]);
        return leased.ok ? done(infoOf(room)) : leased;
      }),
    'room.change': (settings) =>
      withRoom(holder, async (room) => {
        await room.change(settings);
        return done(infoOf(room));
      }),
    'room.institutions': () =>
      withRoom(holder, async (room) =>
        done([
          ...room.rules.institutions(),
          ...(room.profile.organisation.sample ? (await readSampleProfile(samplesDir)).institutions : []),
        ]),
      ),
    'room.today': () => withRoom(holder, (room) => Promise.resolve(done(room.today()))),
  };
}

async function importFiles(room: Room): Promise<Outcome<ImportReportView | null>> {
  const chosen = await dialog.showOpenDialog({
    title: '选择移交文件 Choose intake files',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'JSON', extensions: ['json', 'jsonl'] }],
  });
  if (chosen.canceled) return done(null);
  const results: IntakeResult[] = [];
  for (const file of chosen.filePaths) {
    results.push(...(await room.intake.take(path.basename(file), await readFile(file, 'utf8'), false)));
  }
  return done(reportOf(results));
}

export function infoOf(room: Room): RoomInfo {
  const { room: name, operator, organisation } = room.profile;
  return {
    room: name,
    operator,
    organisation,
    blocks: room.numbers.blocks().map(({ block, left, low, held, taken }) => ({
      ...block,
      left,
      low,
      held: held === true,
      voided: taken.flatMap(({ seq, voided }) => (voided === undefined ? [] : [{ seq, reason: voided }])),
    })),
    dossierOrder: room.profile.dossierOrder ?? 'thirteen',
    cases: room.caseCount,
    folder: room.folder,
  };
}

function reportOf(results: readonly IntakeResult[]): ImportReportView {
  return {
    imported: results.filter((r) => r.outcome === 'imported').length,
    unchanged: results.filter((r) => r.outcome === 'unchanged').length,
    refused: results
      .filter((r) => r.outcome === 'refused')
      .map(({ file, record, id, problems }) => ({ file, record, id, problems: problems.map((p) => ({ ...p })) })),
  };
}

/** The first account's name is asked as the room's operator. */
const atOperator = (problem: PlacedProblem | null): PlacedProblem | null =>
  problem && { ...problem, field: 'operator' };

const ALREADY = {
  code: 'room-exists',
  zh: '本机已有调解室数据，未作任何改动。',
  en: 'This workstation already has its room; nothing was changed.',
};
const NO_ORGANISATION = {
  code: 'no-organisation',
  field: 'organisation',
  zh: '请填写调解委员会的名称和编号简称，或选择示例机构。',
  en: 'Enter the name and the number abbreviation of the committee, or choose the sample.',
};
