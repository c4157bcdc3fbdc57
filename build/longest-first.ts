import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The test files that take longest, the longest first. In a clean clone Vitest knows no times and begins with the largest
 * files: a short file with long histories in it would come last, and one core would wait for it.
 */
const LONG = [
  'test/faults/power/power-loss.test.ts',
  'test/faults/kill/kill.test.ts',
  'test/faults/store/crash-points.test.ts',
  'test/faults/store/error-injection.test.ts',
  'test/faults/kill/kill-sync.test.ts',
  'test/sync/simulation-of-three.slow.test.ts',
  'test/sync/simulation-of-five.slow.test.ts',
  'test/contract/room-command.test.ts',
  'test/sync/generated.slow.test.ts',
  'test/matrix/form-matrix.test.ts',
  'test/matrix/batch-300.test.ts',
  'test/sync/postgres.slow.test.ts',
  'test/contract/centre-serve.slow.test.ts',
  'test/faults/fuzz/intake.slow.test.ts',
  'test/faults/fuzz/sync-answers.slow.test.ts',
  'test/faults/fuzz/ipc.slow.test.ts',
  'test/faults/power/full-disk.test.ts',
  'test/property/fold.test.ts',
  'test/unit/store/summary-journal.slow.test.ts',
  'test/contract/standin-conformance.test.ts',
  'test/unit/store/store-lock.slow.test.ts',
  'test/sync/proxy.slow.test.ts',
  'test/unit/documents/f12-text.slow.test.ts',
  'test/contract/layers.test.ts',
  'test/sync/centre-faults.slow.test.ts',
  'test/contract/room-sync-command.slow.test.ts',
  'test/unit/room/transfer-desk.slow.test.ts',
  'test/unit/documents/f12-layout.slow.test.ts',
];

/** Where a file stands in the list; behind it when it is not there. */
function place({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((file) => moduleId.replaceAll('\\', '/').endsWith(`/${file}`));
  return at < 0 ? LONG.length : at;
}

/** Begins with the long files, so that all workers end at about the same time（长者先行）. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
