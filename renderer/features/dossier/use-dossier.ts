import type { Response } from '../../../electron/contract/contract';
import { useAnswer, type Asked } from '../../shared/use-answer';
import { useCase } from '../case/case-context';

/** What the dossier holds; asked again with every change of the case. */
export function useDossier(): { readonly check: Asked<Response<'dossier.check'>>; readonly reload: () => void } {
  const { view } = useCase();
  const version = `${view.state.heads.join(' ')} ${view.state.documents.length}`;
  const check = useAnswer('dossier.check', { id: view.id }, 0, version);
  return { check, reload: check.reload };
}
