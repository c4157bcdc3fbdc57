import type { Request } from '../../../electron/contract/contract';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';

type Block = Request<'room.leaseBlock'>['block'];
type Series = Block['series'];

/** A number block（编号段） while it is typed. */
export interface BlockDraft {
  readonly series: Series;
  readonly year: string;
  readonly first: string;
  readonly last: string;
}

/** The block that was typed; null while numbers are missing. What is wrong in it, the program says. */
export function blockOf({ series, year, first, last }: BlockDraft): Block | null {
  const numbers = [year, first, last].map((text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : null));
  const [y, f, l] = numbers;
  if (y == null || f == null || l == null) return null;
  return { series, year: y, first: f, last: l };
}

/** Year, first and last number of a block that the centre leased to this room. */
export function BlockForm({
  value,
  onChange,
}: {
  readonly value: BlockDraft;
  readonly onChange: (value: BlockDraft) => void;
}) {
  const { t } = useSpeech();
  return (
    <div className="form-grid">
      <Field label={t.settings.seriesLabel}>
        {(marks) => (
          <Choice
            marks={marks}
            value={value.series}
            words={t.settings.series}
            onChange={(series) => onChange({ ...value, series })}
          />
        )}
      </Field>
      <TextField label={t.firstStart.year} value={value.year} onChange={(year) => onChange({ ...value, year })} />
      <TextField
        label={t.firstStart.first}
        value={value.first}
        placeholder="00401"
        onChange={(first) => onChange({ ...value, first })}
      />
      <TextField
        label={t.firstStart.last}
        value={value.last}
        placeholder="00450"
        onChange={(last) => onChange({ ...value, last })}
      />
    </div>
  );
}
