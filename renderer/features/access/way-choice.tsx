import { Radio } from 'antd';
import { useSpeech } from '../../shared/language';

/** Open by a password or by the sheet. */
export function WayChoice({
  bySheet,
  onChange,
}: {
  readonly bySheet: boolean;
  readonly onChange: (bySheet: boolean) => void;
}) {
  const { t } = useSpeech();
  return (
    <Radio.Group
      className="way"
      optionType="button"
      value={bySheet}
      options={[
        { value: false, label: t.access.keyLost.byPassword },
        { value: true, label: t.access.keyLost.bySheet },
      ]}
      onChange={(event) => onChange(event.target.value === true)}
    />
  );
}
