import { AutoComplete } from 'antd';
import type { Response } from '../../../electron/contract/contract';
import type { PartyDraft } from '../../shared/case-types';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import { useAnswer } from '../../shared/use-answer';
import { NumberField } from '../privacy/number-field';
import type { PartyFieldsProps } from './party-fields';

type Institution = Response<'room.institutions'>[number];

/** What the directory knows of an institution, as parts of a party. */
function partyOf(found: Institution): PartyDraft {
  const { representative } = found;
  return {
    name: found.name,
    shortName: found.shortName ?? '',
    creditCode: found.creditCode ?? '',
    address: found.address ?? '',
    phone: found.phone ?? '',
    ...(representative === undefined
      ? {}
      : {
          representatives: [
            {
              name: representative.name,
              kind: 'employee',
              ...(representative.sex === undefined ? {} : { sex: representative.sex }),
              ...(representative.number === undefined
                ? {}
                : { document: { type: 'resident-id', number: representative.number } }),
              ...(representative.position === undefined ? {} : { position: representative.position }),
            },
          ],
        }),
  };
}

/** 法人及社会组织: chosen from the directory, which fills in the rest, or typed. */
export function OrganisationFields({ path, value, onChange, at }: PartyFieldsProps) {
  const { t } = useSpeech();
  const known = useAnswer('room.institutions', {}).value ?? [];
  const legal = value.legalRepresentative;
  const setLegal = (name: string, position: string): void =>
    onChange({
      legalRepresentative:
        name === '' && position === '' ? undefined : { name, ...(position === '' ? {} : { position }) },
    });
  return (
    <div className="form-grid">
      <Field
        label={t.party.organisationName}
        path={`${path}.name`}
        problems={at('name')}
        hint={t.party.organisationHint}
      >
        {(marks) => (
          <AutoComplete
            {...marks}
            className="full"
            popupMatchSelectWidth={440}
            value={value.name ?? ''}
            options={known.map((one) => ({ value: one.name, label: one.name, short: one.shortName ?? '' }))}
            showSearch={{
              filterOption: (text, option) =>
                [option?.value, option?.short].some((word) => word?.includes(text) ?? false),
            }}
            onChange={(name: string) => onChange({ name })}
            onSelect={(name: string) => {
              const found = known.find((one) => one.name === name);
              if (found !== undefined) onChange(partyOf(found));
            }}
          />
        )}
      </Field>
      {(['shortName', 'creditCode'] as const).map((field) => (
        <TextField
          key={field}
          label={t.party[field]}
          path={`${path}.${field}`}
          value={value[field]}
          problems={at(field)}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
      <NumberField
        label={t.party.phone}
        path={`${path}.phone`}
        value={value.phone}
        problems={at('phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <TextField
        label={t.party.organisationAddress}
        path={`${path}.address`}
        value={value.address}
        problems={at('address')}
        onChange={(address) => onChange({ address })}
      />
      <TextField
        label={t.party.legalRepresentative}
        path={`${path}.legalRepresentative`}
        value={legal?.name}
        problems={at('legalRepresentative.name')}
        onChange={(name) => setLegal(name, legal?.position ?? '')}
      />
      <TextField
        label={t.party.legalPosition}
        value={legal?.position}
        onChange={(position) => setLegal(legal?.name ?? '', position)}
      />
    </div>
  );
}
