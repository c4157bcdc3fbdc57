import type { BindOrder, Bound } from './dossier/bind';
import type { Rendered, RenderRequest } from './rendered';
import type { ScanResult } from './scans/scan-result';
import type { RecoverySheetPaper } from './sheets/recovery-sheet';

/** What the worker can do: what goes in, what comes out. */
interface Tasks {
  readonly render: { readonly input: RenderRequest; readonly output: Rendered };
  readonly inspect: {
    readonly input: { readonly bytes: Uint8Array; readonly fileName: string };
    readonly output: ScanResult;
  };
  readonly markDuplicate: { readonly input: Uint8Array; readonly output: Uint8Array };
  readonly bind: { readonly input: BindOrder; readonly output: Bound };
  readonly recoverySheet: { readonly input: RecoverySheetPaper; readonly output: Uint8Array };
}

export type TaskKind = keyof Tasks;
export type TaskInput<K extends TaskKind> = Tasks[K]['input'];
export type TaskOutput<K extends TaskKind> = Tasks[K]['output'];

/** One task as it is sent. */
export type Task = { readonly [K in TaskKind]: { readonly kind: K; readonly input: TaskInput<K> } }[TaskKind];
