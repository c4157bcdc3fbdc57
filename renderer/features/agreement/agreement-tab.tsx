import { Button, Drawer } from 'antd';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { jumpTo } from '../../shared/jump';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { byField, under } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { TextList } from '../../shared/text-list';
import { clauseNumber } from '../../shared/format';
import { useCase } from '../case/case-context';
import { ApprovalField } from './approval-field';
import { ClauseBlocks } from './clause-blocks';
import { ConfirmationFields } from './confirmation-fields';
import { FindingList } from './finding-list';
import { FormChoice } from './form-choice';
import { NumberField } from './number-field';
import { PaymentTable } from './payment-table';
import { ScheduleBuilder } from './schedule-builder';
import { NO_AGREEMENT, useFindings } from './use-findings';
import './agreement.css';

const DraftPages = lazy(() => import('../documents/draft-pages').then((m) => ({ default: m.DraftPages })));

const wide = window.matchMedia('(min-width: 1600px)');
const onWidth = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** 协议 with the page as it will print: beside it where there is room, else behind a button. */
export function AgreementTab() {
  const { t } = useSpeech();
  const beside = useSyncExternalStore(onWidth, () => wide.matches);
  const [open, setOpen] = useState(false);
  const pages = (
    <Suspense fallback={<p className="quiet">{t.words.loading}</p>}>
      <DraftPages />
    </Suspense>
  );
  return (
    <div className={beside ? 'agreement beside' : 'agreement'}>
      <div>
        {beside ? null : (
          <div className="preview-button">
            <Button onClick={() => setOpen(true)}>{t.agreement.preview}</Button>
          </div>
        )}
        <AgreementForm />
      </div>
      {beside ? (
        <aside className="agreement-page" aria-label={t.agreement.previewTitle}>
          {pages}
        </aside>
      ) : (
        <Drawer
          getContainer={layers}
          title={t.agreement.previewTitle}
          open={open}
          size={720}
          onClose={() => setOpen(false)}
          destroyOnHidden
        >
          {pages}
        </Drawer>
      )}
    </div>
  );
}

function AgreementForm() {
  const { t } = useSpeech();
  const { editor, state, problems } = useCase();
  const findings = useFindings();
  const [planning, setPlanning] = useState(false);
  const agreement = state.agreement ?? NO_AGREEMENT;
  const at = byField(under(problems, 'agreement'));
  const change = (field: string, value: unknown): void => editor.edit({ kind: 'agreement-set' }, field, value);
  const addClause = (text: string): void => change('clauses', [...agreement.clauses, text]);
  const clauseName = (n: number): string => t.agreement.clause(clauseNumber(n));
  const general = findings.filter((finding) => !/^(clauses|payments)\.\d/.test(finding.field));
  return (
    <>
      <section className="card" aria-label={t.caseTexts.tabs.agreement} data-field="agreement">
        <div className="form-grid">
          <FormChoice agreement={agreement} onChange={change} />
          <NumberField />
          <ApprovalField />
        </div>
        <div className="form-block">
          <TextField
            label={t.agreement.disputedMatters}
            path="agreement.disputedMatters"
            lines={2}
            value={agreement.disputedMatters}
            problems={at['disputedMatters']}
            onChange={(text) => change('disputedMatters', text)}
          />
        </div>
      </section>
      <section className="card" aria-label={t.agreement.clauses}>
        <h2>{t.agreement.clauses}</h2>
        {general.length === 0 ? null : (
          <div className="general-findings" role="group" aria-label={t.agreement.general}>
            <FindingList findings={general} />
          </div>
        )}
        <TextList
          path="agreement.clauses"
          itemName={clauseName}
          addName={t.agreement.addClause}
          items={agreement.clauses}
          minRows={2}
          onChange={(clauses) => change('clauses', clauses)}
          below={(index) => <FindingList findings={findings.filter(({ field }) => field === `clauses.${index}`)} />}
        />
        <ClauseBlocks
          onInsert={addClause}
          onPlan={() => {
            setPlanning(true);
            setTimeout(() => jumpTo('plan'), 30);
          }}
        />
      </section>
      <section className="card" aria-label={t.payments.title}>
        <h2>{t.payments.title}</h2>
        <PaymentTable
          payments={agreement.payments}
          findings={findings.filter(({ field }) => field.startsWith('payments.'))}
          onChange={(payments) => change('payments', payments)}
        />
        <ScheduleBuilder
          open={planning}
          onOpen={setPlanning}
          onAdopt={(payments, clause) => {
            change('payments', payments);
            if (clause !== null) addClause(clause);
          }}
        />
      </section>
      <section className="card" aria-label={t.agreement.confirmation}>
        <ConfirmationFields agreement={agreement} onChange={change} />
        <TextField
          label={t.agreement.performance}
          path="agreement.performance"
          lines={2}
          value={agreement.performance}
          hint={t.agreement.performanceHint}
          problems={at['performance']}
          onChange={(text) => change('performance', text)}
        />
      </section>
    </>
  );
}
