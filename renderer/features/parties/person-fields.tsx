import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { DocumentType, Sex } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import { NumberField, useLocked } from '../privacy/number-field';
import { NATIONS } from './nations';
import type { PartyFieldsProps } from './party-fields';

/** 自然人, in the order of the national forms（domain.md 1.4）, the number first because it fills in the rest. */
export function PersonFields({ path, value, onChange, at, age }: PartyFieldsProps) {
  const { t } = useSpeech();
  const [chosenType, chooseType] = useState<DocumentType>('resident-id');
  const type = value.document?.type ?? chosenType;
  const { 'credit-code': _organisationsOnly, ...types } = t.words.documentTypes;
  const shownType = type === 'credit-code' ? 'other' : type;
  const locked = useLocked(value.document?.number);
  return (
    <div className="form-grid">
      <TextField
        label={t.party.name}
        path={`${path}.name`}
        value={value.name}
        problems={at('name')}
        onChange={(name) => onChange({ name })}
      />
      <Field label={t.party.documentType} path={`${path}.document.type`} problems={at('document.type')}>
        {(marks) =>
          locked ? (
            <Input {...marks} readOnly className="masked" title={t.privacy.masks.field} value={types[shownType]} />
          ) : (
            <Choice
              marks={marks}
              value={shownType}
              words={types}
              onChange={(next) => {
                chooseType(next);
                onChange({ document: { type: next, number: value.document?.number ?? '' } });
              }}
            />
          )
        }
      </Field>
      <NumberField
        label={t.party.documentNumber}
        path={`${path}.document`}
        problems={[...at('document.number'), ...at('document')]}
        hint={age === null ? null : `${t.party.age} ${t.words.ageYears(age)}`}
        value={value.document?.number}
        onChange={(number) => onChange({ document: { type, number: number.trim() } })}
      />
      <Field label={t.party.sex} path={`${path}.sex`} problems={at('sex')}>
        {(marks) => (
          <Radio.Group
            id={marks.id}
            aria-label={t.party.sex}
            value={value.sex ?? null}
            options={(Object.keys(t.words.sexes) as Sex[]).map((sex) => ({ value: sex, label: t.words.sexes[sex] }))}
            onChange={(event) => onChange({ sex: event.target.value as Sex })}
          />
        )}
      </Field>
      <DateField
        label={t.party.birthDate}
        path={`${path}.birthDate`}
        value={value.birthDate}
        problems={at('birthDate')}
        onChange={(birthDate) => onChange({ birthDate })}
      />
      <Field label={t.party.nation} path={`${path}.nation`} problems={at('nation')}>
        {(marks) => (
          <Select<string>
            {...marks}
            className="full"
            showSearch
            allowClear
            value={value.nation ?? null}
            options={NATIONS.map((nation) => ({ value: nation, label: nation }))}
            onChange={(nation: string | undefined) => onChange({ nation })}
          />
        )}
      </Field>
      <TextField
        label={t.party.occupation}
        path={`${path}.occupation`}
        value={value.occupation}
        problems={at('occupation')}
        onChange={(occupation) => onChange({ occupation })}
      />
      <NumberField
        label={t.party.phone}
        path={`${path}.phone`}
        value={value.phone}
        problems={at('phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <TextField
        label={t.party.address}
        path={`${path}.address`}
        value={value.address}
        problems={at('address')}
        onChange={(address) => onChange({ address })}
      />
      <TextField
        label={t.party.namePinyin}
        path={`${path}.namePinyin`}
        value={value.namePinyin}
        problems={at('namePinyin')}
        hint={t.party.pinyinHint}
        onChange={(namePinyin) => onChange({ namePinyin })}
      />
    </div>
  );
}
