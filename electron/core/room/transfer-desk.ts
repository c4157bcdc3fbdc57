import type { CaseState, Transfer } from '../domain/case/case-state';
import { fold } from '../domain/case/fold';
import type { CaseWrite } from '../domain/case/entry-kinds';
import type { TransferType } from '../domain/case/vocabulary';
import { problemOf } from '../domain/checks/problem';
import { courtFeeEstimate, type CourtFeeEstimate } from '../domain/court/court-fee';
import { WHOLE_CASE, type PaperRef } from '../domain/forms/form-ids';
import { missingOf, transferRequirements, type TransferRow } from '../domain/transfer/requirements';
import { answerProblems, type TransferAnswer } from '../domain/transfer/transfer-answer';
import { decisionProblems, transferCourt, transferIdOf } from '../domain/transfer/transfer-case';
import { Turns } from '../store/turns';
import { noSuchCase } from './case-desk';
import { findingsOf } from './case-view';
import type { DocumentDesk } from './document-desk';
import type { NumberDesk } from './number-desk';
import { done, refused, type Outcome, type PlacedProblem } from './outcome';
import { todayOf, type RoomContext } from './room-context';
import type { TakenOut } from './taken-out';
import { fitForFileName } from './transfer-names';
import { sha256Hex } from './transfer-pack';
import { PackageMaker } from './transfer-package';

/** What stands between a case and its package. */
export interface TransferCheck {
  readonly transfer: string;
  readonly court: string | null;
  readonly rows: readonly TransferRow[];
  /** Why no package can be made now; empty when one can. */
  readonly problems: readonly PlacedProblem[];
  /** Estimate for a filing with a known amount, fen. */
  readonly fee: CourtFeeEstimate | null;
  /** The package that was made last. */
  readonly standing: Transfer | null;
}

/** A package as `make` leaves it; `made` is false when the one recorded before still stands. */
export interface TransferMade {
  readonly transfer: string;
  readonly revision: number;
  readonly sha256: string;
  readonly made: boolean;
}

const LETTER: PaperRef = { form: 'F27', of: WHOLE_CASE };
const TYPE_NAMES: Readonly<Record<TransferType, string>> = { confirmation: '司法确认', filing: '立案' };

/**
 * Packages for the court（移送）: made, kept and read without a network.
 *
 * Promises: a package is made of frozen papers only and kept under its hash before the journal names it; asked for again
 * with nothing changed it is the same one, id and bytes; a change gives the next revision under the same id, in which what
 * did not change has the same bytes and name; what the court has received is never replaced.
 * Does not promise: that the court takes it. Proved by test/unit/room/transfer-desk.slow.test.ts.
 */
export class TransferDesk {
  private readonly turns = new Turns();
  private readonly maker: PackageMaker;

  constructor(
    private readonly context: RoomContext,
    documents: DocumentDesk,
    private readonly numbers: Pick<NumberDesk, 'take'>,
  ) {
    this.maker = new PackageMaker(context, documents);
  }

  /** What the court asks for, what is there, and why a package cannot be made. Nothing is kept. */
  async check(caseId: string, type: TransferType): Promise<Outcome<TransferCheck>> {
    const state = await this.state(caseId);
    return state ? done(this.checkOf(state, type)) : refused(noSuchCase(caseId));
  }

  /** Makes the package, or gives back the one that stands. Refused with everything that is missing. */
  make(caseId: string, type: TransferType): Promise<Outcome<TransferMade>> {
    return this.turns.run(() => this.makeNow(caseId, type));
  }

  /** The ZIP of the last revision and a name for it. Throws StoreError when it cannot be read. */
  async read(
    caseId: string,
    transferId: string,
  ): Promise<Outcome<{ readonly zip: Uint8Array; readonly name: string; readonly sha256: string }>> {
    const found = await this.find(caseId, transferId);
    if (!found.ok) return found;
    const { state, transfer } = found.value;
    const about = state.courtNumber ?? state.number?.text ?? transfer.id;
    const name = `${TYPE_NAMES[transfer.type]}_${fitForFileName(about)}_${transfer.id}_r${transfer.revision}.zip`;
    return done({ zip: await this.context.store.blobs.get(transfer.sha256), name, sha256: transfer.sha256 });
  }

  /** The ZIP to be kept outside of the store. Throws StoreError, AccessError without the right `data.export`. */
  async takeOut(caseId: string, transferId: string): Promise<Outcome<TakenOut & { readonly sha256: string }>> {
    const { log, account } = this.context;
    this.context.require('data.export');
    const found = await this.find(caseId, transferId);
    if (!found.ok) return found;
    const read = await this.read(caseId, transferId);
    if (!read.ok) return read;
    const { type, revision } = found.value.transfer;
    const note = () => log.record({ event: 'exported', account: account(), caseId, what: `${type} r${revision}` });
    return done({ name: read.value.name, bytes: read.value.zip, sha256: read.value.sha256, note });
  }

  /** Writes down that the package was sent, or what the court answered. */
  answer(caseId: string, transferId: string, answer: TransferAnswer): Promise<Outcome<null>> {
    return this.turns.run(() => this.answerNow(caseId, transferId, answer));
  }

  /** Writes down that the package went to the court（已发送）. */
  markSent(caseId: string, transferId: string): Promise<Outcome<null>> {
    return this.answer(caseId, transferId, { status: 'sent' });
  }

  private checkOf(state: CaseState, type: TransferType): TransferCheck {
    const own = this.context.profile().organisation.court?.name;
    const rows = transferRequirements(state, type, own);
    const unclear = type === 'confirmation' ? findingsOf(state).filter((finding) => finding.level === 'error') : [];
    const transfer = transferIdOf(state.id, type, sha256Hex);
    return {
      transfer,
      court: transferCourt(state, type, own),
      rows,
      problems: unique([
        ...decisionProblems(state, type, own),
        ...missingOf(rows),
        ...unclear.map((finding) => ({ ...finding, field: `agreement.${finding.field}` })),
      ]),
      fee: type === 'filing' && state.amountFen !== undefined ? courtFeeEstimate(state.amountFen) : null,
      standing: state.transfers.find((each) => each.id === transfer) ?? null,
    };
  }

  private async makeNow(caseId: string, type: TransferType): Promise<Outcome<TransferMade>> {
    const before = await this.state(caseId);
    if (!before) return refused(noSuchCase(caseId));
    const { problems, standing, court, transfer } = this.checkOf(before, type);
    if (standing?.status === 'received') return done(asMade(standing, false));
    if (problems.length > 0 || court === null) return refused(...problems);
    const numbered = await this.numbers.take(caseId, LETTER);
    if (!numbered.ok) return numbered;
    const state = await this.known(caseId);
    const { rows } = this.checkOf(state, type);
    const packed = await this.maker.make({ state, rows, transfer, type, court, standing });
    if (!packed.ok) return packed;
    if (packed.value === 'unchanged') {
      if (!standing) throw new Error('a package is unchanged that was never made');
      return done(asMade(standing, false));
    }
    const { zip, manifest } = packed.value;
    const sha256 = await this.context.store.blobs.put(zip);
    const files = manifest.files.map(({ group, fileName, sha256: hash, pages, bytes }) => ({
      group,
      fileName,
      sha256: hash,
      pages,
      bytes,
    }));
    const { revision } = manifest;
    await this.commit(caseId, [
      { kind: 'transfer-made', data: { transfer, type, court, revision, sha256, bytes: zip.length, files } },
      ...(standing && standing.status !== 'to-send' ? [toSendAgain(transfer)] : []),
    ]);
    return done({ transfer, revision, sha256, made: true });
  }

  private async answerNow(caseId: string, transferId: string, answer: TransferAnswer): Promise<Outcome<null>> {
    const found = await this.find(caseId, transferId);
    if (!found.ok) return found;
    const problems = answerProblems(answer, found.value.transfer, todayOf(this.context));
    if (problems.length > 0) return refused(...problems);
    await this.commit(caseId, [
      {
        kind: 'transfer-answer-set',
        data: {
          transfer: transferId,
          set: {
            status: answer.status,
            answeredOn: answer.answeredOn ?? null,
            answerNumber: answer.answerNumber?.trim() || null,
            answerReason: answer.answerReason?.trim() || null,
            receiver: answer.receiver?.trim() || null,
          },
        },
      },
    ]);
    return done(null);
  }

  private async commit(caseId: string, writes: readonly CaseWrite[]): Promise<void> {
    const account = this.context.account();
    await this.context.store.commit(writes.map(({ kind, data }) => ({ subject: caseId, kind, data, account })));
  }

  private async find(
    caseId: string,
    transferId: string,
  ): Promise<Outcome<{ readonly state: CaseState; readonly transfer: Transfer }>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const transfer = state.transfers.find((each) => each.id === transferId);
    return transfer
      ? done({ state, transfer })
      : refused(
          problemOf('no-such-transfer', '没有找到这份移送材料，请先制作。', 'There is no such package; make it first.'),
        );
  }

  private async state(caseId: string): Promise<CaseState | null> {
    return this.context.store.has(caseId) ? this.known(caseId) : null;
  }

  private async known(caseId: string): Promise<CaseState> {
    return fold(caseId, await this.context.store.read(caseId));
  }
}

const asMade = ({ id, revision, sha256 }: Transfer, made: boolean): TransferMade => ({
  transfer: id,
  revision,
  sha256,
  made,
});

/** A new revision has not been sent, and the answer was to the one before; both stay in the journal. */
const toSendAgain = (transfer: string): CaseWrite => ({
  kind: 'transfer-answer-set',
  data: {
    transfer,
    set: { status: 'to-send', answeredOn: null, answerNumber: null, answerReason: null, receiver: null },
  },
});

/** The same thing said of a field once. */
function unique(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, field, zh }) => {
    const key = `${code}\n${field ?? ''}\n${zh}`;
    return !seen.has(key) && seen.add(key);
  });
}
