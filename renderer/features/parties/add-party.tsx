import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { PartyDraft, Side } from '../../shared/case-types';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { ProblemList, under } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { sameValue } from '../case/edit-target';
import { PartyForm } from './party-form';
import { freshKey } from '../../shared/fresh-key';

const SIDES: readonly Side[] = ['applicant', 'respondent', 'third-party'];
const KINDS = ['person', 'organisation'] as const;

/** Adds a party to an open case: typed in a dialog and written as a whole. */
export function AddParty({ taken }: { readonly taken: readonly string[] }) {
  const { t } = useSpeech();
  const { editor } = useCase();
  const [draft, setDraft] = useState<PartyDraft | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const key = freshKey(draft?.side ?? 'applicant', taken);

  const add = async (): Promise<void> => {
    const set = Object.fromEntries(Object.entries(draft ?? {}).filter(([, value]) => !sameValue(value, undefined)));
    const refused = await editor.write([{ kind: 'party-set', data: { party: key, set } }]);
    setProblems(refused);
    if (refused.length === 0) setDraft(null);
  };
  return (
    <div className="actions">
      {SIDES.flatMap((side) =>
        KINDS.map((kind) => (
          <Button key={`${side} ${kind}`} icon={<PlusOutlined />} onClick={() => setDraft({ side, kind })}>
            {t.newCase.add(t.words.sides[side], t.words.partyKinds[kind])}
          </Button>
        )),
      )}
      <Modal
        getContainer={layers}
        title={t.party.addTitle}
        open={draft !== null}
        width={860}
        okText={t.party.save}
        cancelText={t.words.cancel}
        onOk={() => void add()}
        onCancel={() => setDraft(null)}
      >
        <ProblemList problems={problems} />
        {draft === null ? null : (
          <PartyForm
            path={`new-party`}
            value={draft}
            problems={under(problems, `party.${key}`)}
            onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
          />
        )}
      </Modal>
    </div>
  );
}
