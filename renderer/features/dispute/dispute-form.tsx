import { Select } from 'antd';
import { DISPUTE_TYPES } from '../../../electron/contract/dispute-types';
import { AmountField } from '../../shared/amount-field';
import type { DisputeDraft } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { NamesField } from '../../shared/names-field';
import type { ProblemsByField } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { TextList } from '../../shared/text-list';

type ChangeField = <K extends keyof DisputeDraft>(field: K, value: DisputeDraft[K]) => void;

interface DisputeFormProps {
  readonly value: DisputeDraft;
  readonly onChange: ChangeField;
  /** By the name of the field. */
  readonly problems: ProblemsByField;
}

/** What the case is about（纠纷）: where it comes from, its type, the amount, the claims, the facts, who mediates. */
export function DisputeForm({ value, onChange, problems }: DisputeFormProps) {
  const { t, language } = useSpeech();
  const fromCourt = value.source === 'court-delegation' || value.source === 'court-entrustment';
  return (
    <>
      <div className="form-grid">
        <Field label={t.dispute.source} path="case.source" problems={problems['source']}>
          {(marks) => (
            <Choice
              marks={marks}
              value={value.source}
              words={t.words.sources}
              onChange={(v) => onChange('source', v)}
            />
          )}
        </Field>
        {fromCourt || value.courtNumber ? (
          <TextField
            label={t.dispute.courtNumber}
            path="case.courtNumber"
            value={value.courtNumber}
            placeholder="（2024）闽0599诉前调123号"
            problems={problems['courtNumber']}
            onChange={(v) => onChange('courtNumber', v)}
          />
        ) : null}
        <DateField
          label={t.dispute.receivedAt}
          path="case.receivedAt"
          withTime
          value={value.receivedAt}
          hint={t.dispute.receivedHint}
          problems={problems['receivedAt']}
          onChange={(v) => onChange('receivedAt', v)}
        />
        <Field label={t.dispute.disputeType} path="case.disputeType" problems={problems['disputeType']}>
          {(marks) => (
            <Select<string>
              {...marks}
              className="full"
              showSearch={{ optionFilterProp: 'label' }}
              value={value.disputeType ?? null}
              options={DISPUTE_TYPES.map((type) => ({
                value: type.code,
                label: `${type.code} ${language === 'en' ? type.en : type.zh}`,
              }))}
              onChange={(v) => onChange('disputeType', v)}
            />
          )}
        </Field>
        <Field
          label={t.dispute.regime}
          path="case.regime"
          problems={problems['regime']}
          hint={value.regime === undefined ? null : t.words.regimeMeaning[value.regime]}
        >
          {(marks) => (
            <Choice
              marks={marks}
              value={value.regime}
              words={t.words.regimes}
              onChange={(v) => onChange('regime', v)}
            />
          )}
        </Field>
        <AmountField
          label={t.dispute.amount}
          path="case.amountFen"
          fen={value.amountFen}
          problems={problems['amountFen']}
          onFen={(v) => onChange('amountFen', v)}
        />
        <TextField
          label={t.dispute.contractNumber}
          path="case.contractNumber"
          value={value.contractNumber}
          problems={problems['contractNumber']}
          onChange={(v) => onChange('contractNumber', v)}
        />
        <NamesField
          label={t.dispute.mediators}
          path="case.mediators"
          names={value.mediators}
          hint={t.dispute.mediatorsHint}
          problems={problems['mediators']}
          onChange={(v) => onChange('mediators', v)}
        />
        <TextField
          label={t.dispute.recorder}
          path="case.recorder"
          value={value.recorder}
          problems={problems['recorder']}
          onChange={(v) => onChange('recorder', v)}
        />
      </div>
      <div className="form-block">
        <p className="group-label">{t.dispute.claims}</p>
        <TextList
          path="case.claims"
          itemName={t.dispute.claim}
          addName={t.dispute.addClaim}
          items={value.claims}
          onChange={(v) => onChange('claims', v)}
        />
      </div>
      <div className="form-block">
        <TextField
          label={t.dispute.facts}
          path="case.facts"
          lines={5}
          value={value.facts}
          hint={t.dispute.factsHint}
          problems={problems['facts']}
          onChange={(v) => onChange('facts', v)}
        />
      </div>
    </>
  );
}
