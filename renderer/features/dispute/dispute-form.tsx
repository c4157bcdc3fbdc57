import { Select } from 'antd';
import { DISPUTE_TYPES } from '../../../electron/contract/dispute-types';
import { AmountField } from '../../shared/amount-field';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { NamesField } from '../../shared/names-field';
import { TextField } from '../../shared/text-field';
import { TextList } from '../../shared/text-list';
import type { DisputeProps } from './dispute-value';
import { OriginFields } from './origin-fields';

/** What the case is about（纠纷）: where it comes from, its type, the amount, the claims, the facts, who mediates. */
export function DisputeForm({ value, onChange, problems }: DisputeProps) {
  const { t, language } = useSpeech();
  return (
    <>
      <div className="form-grid">
        <OriginFields value={value} onChange={onChange} problems={problems} />
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
