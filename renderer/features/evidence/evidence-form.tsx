import { Button, InputNumber, Radio } from 'antd';
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
  const change = (field: keyof Item, value: unknown): void =>
    editor.edit({ kind: 'evidence-set', key: item.key }, field, value);
  return (
    <div className="evidence-item" role="group" aria-label={t.evidence.item(number, item.name)}>
      <div className="form-grid">
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
        <TextField
          label={t.evidence.proves}
          path={`${prefix}.proves`}
          value={item.proves}
          problems={at['proves']}
          onChange={(v) => change('proves', v)}
        />
        <Field label={t.evidence.pages} path={`${prefix}.pages`} hint={t.evidence.pagesHint} problems={at['pages']}>
          {(marks) => (
            <InputNumber
              {...marks}
              min={0}
              max={9_999}
              precision={0}
              value={item.pages ?? null}
              onChange={(n) => change('pages', n)}
            />
          )}
        </Field>
        <Field label={t.evidence.copies} path={`${prefix}.copies`} problems={at['copies']}>
          {(marks) => (
            <InputNumber
              {...marks}
              min={0}
              max={99}
              precision={0}
              value={item.copies ?? null}
              onChange={(n) => change('copies', n)}
            />
          )}
        </Field>
        <Field label={t.evidence.kind} path={`${prefix}.original`}>
          {(marks) => (
            <Radio.Group
              id={marks.id}
              value={item.original === true}
              options={[
                { value: true, label: t.evidence.original },
                { value: false, label: t.evidence.copy },
              ]}
              onChange={(event) => change('original', event.target.value)}
            />
          )}
        </Field>
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
