import { Button, InputNumber, Radio } from 'antd';
import { useId } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { byField, under } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { ScanList } from '../attachments/scan-list';
import { useCase } from '../case/case-context';

type Item = CaseState['evidence'][number];

interface EvidenceFormProps {
  readonly item: Item;
  readonly number: number;
  readonly onRemove: () => void;
}

/** One piece of evidence: a row of F10 and its scans. */
export function EvidenceForm({ item, number, onRemove }: EvidenceFormProps) {
  const { t } = useSpeech();
  const { editor, problems } = useCase();
  const prefix = `evidence.${item.key}`;
  const at = byField(under(problems, prefix));
  const kind = useId();
  const change = (field: keyof Item, value: unknown): void =>
    editor.edit({ kind: 'evidence-set', key: item.key }, field, value);
  return (
    <div className="evidence-item" role="group" aria-label={t.evidence.item(number, item.name)}>
      <div className="evidence-grid">
        <TextField
          label={t.evidence.name}
          path={`${prefix}.name`}
          value={item.name}
          problems={at['name']}
          onChange={(v) => change('name', v)}
        />
        <TextField
          label={t.evidence.source}
          path={`${prefix}.source`}
          value={item.source}
          problems={at['source']}
          onChange={(v) => change('source', v)}
        />
        <Count
          label={t.evidence.pages}
          path={`${prefix}.pages`}
          value={item.pages}
          most={9_999}
          problems={at['pages']}
          onChange={(n) => change('pages', n)}
        />
        <Count
          label={t.evidence.copies}
          path={`${prefix}.copies`}
          value={item.copies}
          most={99}
          problems={at['copies']}
          onChange={(n) => change('copies', n)}
        />
        <div className="field" role="radiogroup" aria-labelledby={kind} data-field={`${prefix}.original`}>
          <span id={kind} className="group-label">
            {t.evidence.kind}
          </span>
          <Radio.Group
            name={kind}
            value={item.original === true}
            options={[
              { value: true, label: t.evidence.original },
              { value: false, label: t.evidence.copy },
            ]}
            onChange={(event) => change('original', event.target.value)}
          />
        </div>
        <TextField
          label={t.evidence.proves}
          path={`${prefix}.proves`}
          value={item.proves}
          problems={at['proves']}
          lines={1}
          onChange={(v) => change('proves', v)}
        />
      </div>
      <div className="evidence-foot">
        <ScanList role="evidence" of={item.key} add={t.evidence.addScan} about={item.name} />
        <Button type="text" onClick={onRemove} aria-label={t.evidence.removeItem(item.name)}>
          {t.evidence.remove}
        </Button>
      </div>
    </div>
  );
}

interface CountProps {
  readonly label: string;
  readonly path: string;
  readonly value: number | undefined;
  readonly most: number;
  readonly problems: readonly ProblemMessage[] | undefined;
  readonly onChange: (value: number | null) => void;
}

/** A whole number from 0, or nothing. */
function Count({ label, path, value, most, problems, onChange }: CountProps) {
  return (
    <Field label={label} path={path} problems={problems}>
      {(marks) => <InputNumber {...marks} min={0} max={most} precision={0} value={value ?? null} onChange={onChange} />}
    </Field>
  );
}
