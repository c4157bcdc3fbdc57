import type { Request } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';

const FIELDS = ['name', 'abbreviation', 'creditCode', 'phone', 'address', 'court'] as const;
type OrganisationField = (typeof FIELDS)[number];
/** The committee（调委会） while it is typed. */
export type OrganisationDraft = Partial<Readonly<Record<OrganisationField, string>>>;

type OrganisationRequest = NonNullable<Request<'room.create'>['organisation']>;

const PATHS: Readonly<Record<OrganisationField, string>> = {
  name: 'organisation.name',
  abbreviation: 'organisation.numberAbbreviation',
  creditCode: 'organisation.creditCode',
  phone: 'organisation.phone',
  address: 'organisation.address',
  court: 'organisation.court.name',
};

/** What was typed, as the program takes it; empty fields are left out. */
export function organisationOf(draft: OrganisationDraft): OrganisationRequest {
  const text = (field: OrganisationField): string => draft[field]?.trim() ?? '';
  return {
    name: text('name'),
    numberAbbreviation: text('abbreviation'),
    ...(text('creditCode') === '' ? {} : { creditCode: text('creditCode') }),
    ...(text('phone') === '' ? {} : { phone: text('phone') }),
    ...(text('address') === '' ? {} : { address: text('address') }),
    ...(text('court') === '' ? {} : { court: { name: text('court') } }),
  };
}

interface OrganisationFormProps {
  readonly value: OrganisationDraft;
  readonly onChange: (value: OrganisationDraft) => void;
  readonly problems: readonly ProblemMessage[];
}

/** The committee's own data, printed on every document. */
export function OrganisationForm({ value, onChange, problems }: OrganisationFormProps) {
  const { t } = useSpeech();
  return (
    <div className="form-grid own-organisation">
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t.firstStart[field]}
          value={value[field]}
          hint={field === 'abbreviation' ? t.firstStart.abbreviationHint : undefined}
          problems={problems.filter((problem) => problem.field === PATHS[field])}
          onChange={(text) => onChange({ ...value, [field]: text })}
        />
      ))}
    </div>
  );
}
