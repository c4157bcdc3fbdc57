import { Button } from 'antd';
import { useState } from 'react';
import type { Response } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import { yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { ProblemLinks } from '../documents/problem-links';
import { CourtConsent } from '../privacy/court-consent';
import { placed } from './court-place';
import { TransferRows } from './transfer-rows';

interface MakePackageProps {
  readonly type: 'confirmation' | 'filing';
  readonly check: Response<'transfers.check'>;
}

/** What the court asks for and the button that makes the package of it. */
export function MakePackage({ type, check }: MakePackageProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [making, setMaking] = useState(false);
  const [told, tell] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  // What a row says already is not said twice.
  const inRows = new Set(check.rows.flatMap(({ reason }) => (reason === undefined ? [] : [reason.zh])));
  const others = check.problems.filter((problem) => !inRows.has(problem.zh));
  const make = async (): Promise<void> => {
    setMaking(true);
    tell(null);
    const refused = await editor.act(async () => {
      const answer = await call('transfers.make', { id: view.id, type });
      if (!answer.ok) return answer;
      tell(answer.value.made ? t.transfers.made(answer.value.revision) : t.transfers.same);
      return { ok: true, value: answer.value.view };
    });
    setProblems(refused);
    setMaking(false);
  };
  return (
    <>
      <p className="transfer-court">
        {t.transfers.court}：
        <span className={check.court === null ? 'wrong' : undefined}>{check.court ?? t.transfers.noCourt}</span>
      </p>
      <TransferRows rows={check.rows} />
      {check.fee === null ? null : (
        <p className="field-hint">{t.transfers.fee(yuan(check.fee.wholeFen), yuan(check.fee.halfFen))}</p>
      )}
      <CourtConsent />
      <ProblemLinks problems={placed(problems.length > 0 ? problems : others)} title={t.transfers.cannot} />
      <div className="actions">
        <Button type="primary" disabled={check.problems.length > 0} loading={making} onClick={() => void make()}>
          {t.transfers.make}
        </Button>
        {making ? <span role="status">{t.transfers.making}</span> : null}
        {told === null ? null : <span role="status">{told}</span>}
      </div>
    </>
  );
}
