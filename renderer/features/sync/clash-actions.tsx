import { Button } from 'antd';
import { Link } from 'react-router';
import type { ClashView } from '../../../electron/contract/sync';
import type { CaseTab } from '../../shared/jump';
import { useSpeech } from '../../shared/language';

interface ClashActionsProps {
  readonly clash: ClashView;
  readonly busy: boolean;
  readonly onClosed: (choice: 'keep' | 'reopen') => void;
  readonly onMerge: () => void;
}

/** Where in the case a clash of this kind is looked into. */
const TAB: Readonly<Record<ClashView['kind'], CaseTab | ''>> = {
  field: '',
  'closed-and-changed': 'sessions',
  'same-party': 'parties',
  booking: 'sessions',
};

/** The ways out of a clash, and the way into its case or cases. */
export function ClashActions({ clash, busy, onClosed, onMerge }: ClashActionsProps) {
  const { t } = useSpeech();
  const words = t.sync.clash;
  const to = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}/${TAB[clash.kind]}`;
  const cases = [{ caseId: clash.caseId, title: clash.title }, ...(clash.otherCase === null ? [] : [clash.otherCase])];
  return (
    <div className="actions">
      {clash.kind === 'closed-and-changed' ? (
        <>
          <Button disabled={busy} onClick={() => onClosed('keep')}>
            {words.keep}
          </Button>
          <Button disabled={busy} onClick={() => onClosed('reopen')}>
            {words.reopen}
          </Button>
        </>
      ) : null}
      {clash.kind === 'same-party' ? (
        <Button disabled={busy} onClick={onMerge}>
          {words.merge}
        </Button>
      ) : null}
      {cases.map(({ caseId, title }) => (
        <Link key={caseId} to={to(caseId)}>
          {cases.length === 1 ? words.open : words.openOf(title === '' ? t.caseTexts.untitled : title)}
        </Link>
      ))}
    </div>
  );
}
