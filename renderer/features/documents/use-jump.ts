import { useNavigate } from 'react-router';
import { jumpTo, tabOfField } from '../../shared/jump';
import { useCase } from '../case/case-context';
import { addressOf, paperOfField } from './paper-address';

/** Leads to the place of a field: its paper, else its tab, and puts the cursor there. */
export function useJump(): (field: string) => void {
  const { view } = useCase();
  const navigate = useNavigate();
  return (field) => {
    const paper = paperOfField(field);
    const address =
      paper === null ? `/cases/${encodeURIComponent(view.id)}/${tabOfField(field)}` : addressOf(view.id, paper);
    void navigate(address, { replace: true });
    setTimeout(() => jumpTo(field), 30);
  };
}
