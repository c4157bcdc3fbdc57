import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { personHere } from '../../shared/person-here';
import { byField, ProblemList, under } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { reportSaveState } from '../../shared/save-state';
import { DisputeForm } from '../dispute/dispute-form';
import { emptyDraft, writesOf, type CaseDraft } from './case-draft';
import { DraftParties } from './draft-parties';
import '../parties/parties.css';

/** What was typed stays while the person looks at something else, or another one works in between; in memory only. */
const kept = new Map<string, CaseDraft>();

/** 新建案件: everything on one page; saved as a whole or not at all. */
export function NewCasePage() {
  const { t } = useSpeech();
  const navigate = useNavigate();
  const { reloadRoom } = useRoom();
  const [person] = useState(personHere);
  const [draft, setDraft] = useState<CaseDraft>(() => kept.get(person) ?? emptyDraft());
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [saving, setSaving] = useState(false);

  useEffect(() => {
    kept.set(person, draft);
  }, [draft, person]);
  const change = (next: (before: CaseDraft) => CaseDraft): void => setDraft(next);
  const save = async (): Promise<void> => {
    setSaving(true);
    reportSaveState({ state: 'saving' });
    const answer = await call('cases.create', { writes: writesOf(draft) });
    setSaving(false);
    if (!answer.ok) {
      setProblems(answer.problems);
      const [problem] = answer.problems;
      if (problem !== undefined) reportSaveState({ state: 'failed', problem });
      document.getElementById('new-case-top')?.scrollIntoView();
      return;
    }
    kept.delete(person);
    reportSaveState({ state: 'saved', at: new Date() });
    reloadRoom();
    void navigate(`/cases/${encodeURIComponent(answer.value.id)}`);
  };
  return (
    <main className="page">
      <div className="page-head" id="new-case-top">
        <h1>{t.newCase.title}</h1>
        <span className="space" />
        <Button type="primary" loading={saving} onClick={() => void save()}>
          {saving ? t.newCase.saving : t.newCase.save}
        </Button>
      </div>
      {problems.length === 0 ? null : (
        <ProblemList problems={problems} title={`${t.newCase.problems}${t.newCase.nothingLost}`} />
      )}
      <section className="card" aria-label={t.newCase.disputeSection}>
        <h2>{t.newCase.disputeSection}</h2>
        <DisputeForm
          value={draft.dispute}
          problems={byField(under(problems, 'case'))}
          onChange={(field, value) => change((d) => ({ ...d, dispute: { ...d.dispute, [field]: value } }))}
        />
      </section>
      <DraftParties
        parties={draft.parties}
        problems={problems}
        onChange={(next) => change((d) => ({ ...d, parties: next(d.parties) }))}
      />
      <div className="actions">
        <Button type="primary" size="large" loading={saving} onClick={() => void save()}>
          {saving ? t.newCase.saving : t.newCase.save}
        </Button>
      </div>
    </main>
  );
}
