import { fold } from '../domain/case/fold';
import { titleOf } from '../domain/case/summary';
import { problemOf } from '../domain/checks/problem';
import { papersOfCase } from '../domain/forms/case-papers';
import { FORMS } from '../domain/forms/form-facts';
import type { FormId, PaperRef } from '../domain/forms/form-ids';
import { joinPdfs, type JoinPart } from '../documents/joining/join-pdfs';
import type { DocumentDesk } from './document-desk';
import type { NumberDesk } from './number-desk';
import { seenCases } from './guarded-store';
import { done, refused, type Outcome, type PlacedProblem } from './outcome';
import type { RoomContext } from './room-context';

/** What a run is told and tells while it goes on. */
export interface BatchRun {
  readonly form: FormId;
  /** Where the bytes of the one PDF go, in order. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface BatchResult {
  readonly made: number;
  readonly pages: number;
  /** True when it was stopped: what was written until then is no PDF. */
  readonly cancelled: boolean;
  readonly skipped: readonly {
    readonly id: string;
    readonly title: string;
    readonly problems: readonly PlacedProblem[];
  }[];
}

/**
 * One PDF of a form over all cases that have it（批量制作）.
 * Promises: each paper in it is an issue of its case, frozen as if made alone, with its number; a case that cannot be made is
 * named with its reasons and holds up none of the others; one case at a time is in memory, whatever their number; stopped,
 * it leaves the cases that were done issued and the rest untouched; the file counts as taking out, and which cases are in
 * it is in the access log before `run` resolves. Needs the right `data.export`. Proved by test/unit/room/batch-desk.test.ts.
 */
export class BatchDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly documents: DocumentDesk,
    private readonly numbers: NumberDesk,
  ) {}

  /** Throws StoreError; AccessError without the right, or when the record could not be kept. */
  async run(run: BatchRun): Promise<Outcome<BatchResult>> {
    const { log, account } = this.context;
    this.context.require('data.export');
    // In the order in which they were received: so the numbers are taken and the papers are handed out.
    const ids = [...seenCases(this.context.store, this.context.actor())]
      .map(({ id, receivedAt }) => ({ id, since: receivedAt === null ? 0 : Date.parse(receivedAt) }))
      .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    const skipped: { id: string; title: string; problems: readonly PlacedProblem[] }[] = [];
    let made = 0;
    const cases = new Set<string>();
    const parts = this.parts(ids, run, skipped, (id) => {
      made += 1;
      cases.add(id);
    });
    const first = await parts.next();
    if (first.done === true) {
      if (run.signal.aborted) return done({ made: 0, pages: 0, cancelled: true, skipped });
      return skipped.length > 0 ? done({ made: 0, pages: 0, cancelled: false, skipped }) : refused(noneHas(run.form));
    }
    try {
      const { pages } = await joinPdfs(following(first.value, parts), { write: run.write }, this.facts(run));
      await log.record({ event: 'exported', account: account(), cases: [...cases], what: `batch ${run.form}` });
      return done({ made, pages, cancelled: false, skipped });
    } catch (fault) {
      if ((fault as Error).name !== 'AbortError') throw fault;
      return done({ made, pages: 0, cancelled: true, skipped });
    }
  }

  private facts({ form, signal }: BatchRun) {
    const { organisation } = this.context.profile();
    return {
      title: FORMS[form].zh,
      author: organisation.name,
      subject: form,
      createdAt: new Date(this.context.clock.now()).toISOString(),
      signal,
    };
  }

  private async *parts(
    ids: readonly string[],
    run: BatchRun,
    skipped: { id: string; title: string; problems: readonly PlacedProblem[] }[],
    count: (id: string) => void,
  ): AsyncGenerator<JoinPart> {
    for (const [index, id] of ids.entries()) {
      if (run.signal.aborted) return;
      const state = fold(id, await this.context.store.read(id));
      const title = state.number?.text ?? titleOf(state.parties);
      for (const paper of papersOfCase(state).filter((each) => each.form === run.form && each.need === 'required')) {
        const pdf = await this.paper(id, paper);
        if (pdf.ok) {
          count(id);
          yield { pdf: pdf.value, bookmark: { title, level: 0 } };
        } else skipped.push({ id, title, problems: pdf.problems });
      }
      run.onProgress(index + 1, ids.length);
    }
  }

  /** Takes the number where the form bears one, and gives the bytes of the standing or a new issue. */
  private async paper(id: string, paper: PaperRef): Promise<Outcome<Uint8Array>> {
    const numbered = await this.numbers.takeFor(id, paper);
    if (!numbered.ok) return numbered;
    const issued = await this.documents.current(id, { form: paper.form, of: paper.of });
    return issued.ok ? done(await this.context.store.blobs.get(issued.value.sha256)) : issued;
  }
}

async function* following(first: JoinPart, rest: AsyncGenerator<JoinPart>): AsyncGenerator<JoinPart> {
  yield first;
  yield* rest;
}

const noneHas = (form: FormId) =>
  problemOf(
    'no-case-has-it',
    `没有案件需要“${FORMS[form].zh}”，没有生成文件。`,
    `No case has the form "${FORMS[form].en}"; no file was made.`,
  );
