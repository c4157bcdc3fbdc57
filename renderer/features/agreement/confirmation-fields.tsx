import { Checkbox } from 'antd';
import type { Agreement } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { useRoom } from '../../shared/room-context';
import { TextField } from '../../shared/text-field';

interface ConfirmationFieldsProps {
  readonly agreement: Agreement;
  readonly onChange: (field: string, value: unknown) => void;
}

/** 司法确认: whether the parties want it, and at which court. */
export function ConfirmationFields({ agreement, onChange }: ConfirmationFieldsProps) {
  const { t } = useSpeech();
  const { room } = useRoom();
  const wanted = agreement.confirmation?.wanted ?? false;
  const court = agreement.confirmation?.court ?? room.organisation.court?.name ?? '';
  const set = (next: boolean, name: string): void =>
    onChange('confirmation', { wanted: next, ...(name === '' ? {} : { court: name }) });
  return (
    <div className="confirmation" data-field="agreement.confirmation">
      <Checkbox checked={wanted} onChange={(event) => set(event.target.checked, court)}>
        {t.agreement.confirmation}
      </Checkbox>
      {wanted ? <TextField label={t.agreement.court} value={court} onChange={(name) => set(true, name)} /> : null}
    </div>
  );
}
