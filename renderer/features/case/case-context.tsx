import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { CaseEditor, CaseSnapshot } from './case-editor';

const EditorContext = createContext<CaseEditor | null>(null);

/** Gives the tabs of one case its editor. */
export function CaseProvider({ editor, children }: { readonly editor: CaseEditor; readonly children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The case that is open, and the editor through which it changes. */
export function useCase(): CaseSnapshot & { readonly editor: CaseEditor } {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('useCase outside of CaseProvider');
  return { editor, ...useSyncExternalStore(editor.subscribe, editor.snapshot) };
}
