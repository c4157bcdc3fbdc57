import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { CaseWrite } from '../core/domain/case/entry-kinds';
import { shanghaiDateOf } from '../core/domain/time/calendar-date';
import { intakeSchema } from '../core/domain/intake/intake-schema';
import { intakeWrites } from '../core/domain/intake/intake-writes';
import { Room } from '../core/room/room';
import type { Outcome } from '../core/room/outcome';
import { readSampleCases, readSampleProfile } from '../core/room/sample-files';
import { sampleBlocks } from '../core/room/sample-profile';
import type { Options } from './arguments';
import { syncWithSecondRoom } from './demo-centre';
import { bindDossier } from './demo-dossier';
import { makeKeyFile, readKeyFile } from './key-file';
import { pdfService, portsFor, SAMPLES } from './open-room';
import { say, type Exit } from './output';
import { writeForm } from './render';

const ROOM = '调解室三';

/** A step that must succeed for the story to go on; its reasons are printed when it does not. */
class Refused extends Error {}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  say.problems(outcome.problems);
  throw new Refused();
}

/** Takes a case in as the sender hands it over, without what is already settled; then mediates it step by step. */
async function mediate(room: Room, file: string, text: string): Promise<string> {
  const { prepared, ...handedOver } = intakeSchema.parse(JSON.parse(text));
  const [taken] = await room.intake.take(file, JSON.stringify(handedOver), true);
  if (!taken?.caseId) throw new Refused();
  const whole = intakeWrites({ ...handedOver, prepared }, '', true, room.partyContext());
  const later = whole.filter((write) => ['session-set', 'agreement-set'].includes(write.kind));
  const people: CaseWrite = {
    kind: 'case-set',
    data: { set: { mediators: prepared?.mediators, recorder: prepared?.recorder } },
  };
  for (const write of [people, ...later]) {
    const { state } = must(await room.cases.open(taken.caseId));
    must(await room.cases.write(taken.caseId, state.heads, [{ kind: write.kind, data: { ...write.data } }]));
  }
  const sessions = later.filter((write) => write.kind === 'session-set').length;
  const agreement = prepared?.agreement ? `, ${prepared.agreement.form} agreement drafted` : ', no agreement';
  say.result(`  ${file}: taken in, sessions recorded: ${sessions}${agreement}`);
  return taken.caseId;
}

async function sign(room: Room, caseId: string, text: string): Promise<void> {
  const signatures = z
    .array(z.object({ by: z.string(), on: z.string() }))
    .parse(intakeSchema.parse(JSON.parse(text)).prepared?.agreement?.signatures ?? []);
  const { state } = must(await room.cases.open(caseId));
  const writes = signatures.map((data) => ({ kind: 'signature-set', data }));
  if (writes.length > 0) must(await room.cases.write(caseId, state.heads, writes));
}

/** `demo`: the main job, end to end, in a fresh folder. Leaves the agreements as PDF in `--out`. */
export async function demo(_words: readonly string[], options: Options): Promise<Exit> {
  const out = path.resolve(options.out ?? path.join(os.tmpdir(), 'mediation-room-demo'));
  await mkdir(out, { recursive: true });
  const work = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-'));
  const store = path.join(work, 'store');
  const keyFile = path.join(work, 'room.key');
  const pdf = pdfService();
  const made: string[] = [];
  try {
    const sample = await readSampleProfile(SAMPLES);
    const profile = { room: ROOM, operator: '谢怀舟', organisation: sample.organisation };
    say.result(`1. A new room store: ${store}`);
    const room = await Room.create(
      portsFor(store, await makeKeyFile(keyFile), pdf),
      profile,
      sampleBlocks(sample, ROOM, Number(shanghaiDateOf(new Date().toISOString()).slice(0, 4))),
    );
    say.result('2. Sample cases, as their senders hand them over, mediated here:');
    const cases: { file: string; text: string; id: string }[] = [];
    for (const { file, text } of await readSampleCases(SAMPLES)) {
      cases.push({ file, text, id: await mediate(room, file, text) });
    }
    say.result('3. Agreements numbered from the leased block, issued and frozen:');
    for (const { file, text, id } of cases) {
      const { state } = must(await room.cases.open(id));
      if (state.agreement?.form !== 'written') continue;
      const target = path.join(out, `${path.basename(file, '.json')}-F12.pdf`);
      const written = must(await writeForm(room, id, 'F12', target));
      await sign(room, id, text);
      const { effectiveOn, clocks } = must(await room.cases.open(id));
      made.push(target);
      say.result(
        `  ${written.number ?? ''}  ${written.pages} pages  effective ${effectiveOn ?? '-'}  ${clocks.map((c) => `${c.zh} ${c.due}`).join(' ')}`,
      );
    }
    say.result('4. Every paper of case D made, its scans taken in, the dossier bound:');
    const caseD = cases.find(({ file }) => file === 'case-d.json');
    if (caseD) {
      const bound = await bindDossier(room, caseD.id, caseD.file, out, must);
      made.push(bound.file);
      say.result(`  ${bound.papers} papers, ${bound.pages} pages`);
    }
    await room.close();
    say.result('5. The store closed and opened again; found by a rare character:');
    const again = await Room.open(portsFor(store, await readKeyFile(keyFile), pdf));
    for (const row of again.cases.list({ query: '䶮', stage: null, offset: 0, limit: 5 }).rows) {
      say.result(`  䶮 → ${row.title}  ${row.number ?? ''}  [${row.stage}]`);
    }
    say.result('6. The centre, and a second room that has it all:');
    const whole = await syncWithSecondRoom(again, work, pdf, must).finally(() => again.close());
    if (!whole) return 1;
    say.result(`Made ${made.length} files:\n${made.map((file) => `  ${file}`).join('\n')}`);
    return 0;
  } catch (fault) {
    if (fault instanceof Refused) return 1;
    throw fault;
  } finally {
    await pdf.close();
    await rm(work, { recursive: true, force: true });
  }
}
