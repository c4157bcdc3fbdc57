import { Button, Input, Popover } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { dateInWords, shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useRoom } from '../../shared/room-context';
import { useCase } from '../case/case-context';
import { approvalState } from './approval-state';

/** 审批: who approved the agreement and when, that it lapsed after a change, or the button to approve it now. */
export function ApprovalField() {
  const { t, language } = useSpeech();
  const { editor, state } = useCase();
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const words = t.agreement.approval;
  const standing = approvalState(state.approvals);
  const day = (date: string): string => (language === 'en' ? date : dateInWords(date));
  const write = async (by: string, on: string | null): Promise<void> => {
    const data = { matter: 'agreement', by, on };
    const refused = await editor.write([{ kind: 'approval-set', data }]);
    setProblems(refused);
    if (refused.length === 0) setAsking(false);
  };
  return (
    <div className="field wide approval-field" data-field="agreement.approval">
      <span className="group-label">{words.title}</span>
      <div className="number-line">
        <output aria-label={words.title} className={standing.state === 'approved' ? undefined : 'quiet'}>
          {standing.state === 'none' ? words.none : null}
          {standing.state === 'lapsed' ? words.lapsed(standing.last.by, day(standing.last.on)) : null}
          {standing.state === 'approved'
            ? standing.by.map((one) => words.approved(one.by, day(one.on))).join(words.and)
            : null}
        </output>
        {standing.state === 'approved' ? (
          standing.by.map((one) => (
            <Button key={one.by} aria-label={words.withdrawOf(one.by)} onClick={() => void write(one.by, null)}>
              {words.withdraw}
            </Button>
          ))
        ) : (
          <Popover
            trigger="click"
            open={asking}
            onOpenChange={setAsking}
            destroyOnHidden
            content={<Approver onApprove={(by) => void write(by, shanghaiDay(new Date()))} />}
          >
            <Button disabled={state.agreement === undefined}>{words.approve}</Button>
          </Popover>
        )}
      </div>
      <ProblemList problems={problems} />
    </div>
  );
}

function Approver({ onApprove }: { readonly onApprove: (by: string) => void }) {
  const { t } = useSpeech();
  const { room } = useRoom();
  const words = t.agreement.approval;
  const [by, setBy] = useState(room.operator);
  const id = useId();
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (by.trim() !== '') onApprove(by.trim());
  };
  return (
    <form className="void-reason" onSubmit={send}>
      <label htmlFor={id}>{words.approver}</label>
      <Input id={id} autoFocus maxLength={60} value={by} onChange={(event) => setBy(event.target.value)} />
      <p className="field-hint">{words.hint}</p>
      <Button htmlType="submit" type="primary" disabled={by.trim() === ''}>
        {words.confirm}
      </Button>
    </form>
  );
}
