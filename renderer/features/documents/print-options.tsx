import { InputNumber } from 'antd';
import type { PrinterView } from '../../../electron/contract/documents';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import type { ListedPaper } from './case-papers';

/** What a person chooses before printing. */
export interface PrintWish {
  readonly printer: string;
  readonly copies: number;
  readonly sides: 'one' | 'two-long' | 'two-short';
  /** As typed: `1-2,4`; empty means all. */
  readonly pages: string;
}

interface PrintOptionsProps {
  readonly wish: PrintWish;
  readonly printers: readonly PrinterView[];
  readonly paper: ListedPaper;
  /** Copies that are due of this paper. */
  readonly due: number;
  /** Pages of the document. */
  readonly pages: number;
  readonly wrongPages: boolean;
  readonly onChange: (patch: Partial<PrintWish>) => void;
}

/** Printer with its state in words, copies, sides, pages. */
export function PrintOptions({ wish, printers, paper, due, pages, wrongPages, onChange }: PrintOptionsProps) {
  const { t, say } = useSpeech();
  const chosen = printers.find((one) => one.name === wish.printer);
  const nameOf = (one: PrinterView): string =>
    `${one.description || one.name}${one.isDefault ? `（${t.documents.isDefault}）` : ''}`;
  const state = chosen === undefined ? '' : t.documents.printerStates[chosen.state];
  const words = chosen?.reason === undefined ? state : t.documents.phaseWhy(state, say(chosen.reason));
  const wrong = [{ code: 'bad-pages', zh: t.documents.pageRangeWrong(pages), en: t.documents.pageRangeWrong(pages) }];
  return (
    <div className="form-grid">
      <Field
        label={t.documents.printer}
        wide
        hint={<span className={`printer-state ${chosen?.state ?? ''}`}>{words}</span>}
      >
        {(marks) => (
          <Choice
            marks={marks}
            value={wish.printer}
            words={Object.fromEntries(printers.map((one) => [one.name, nameOf(one)]))}
            onChange={(printer) => onChange({ printer })}
          />
        )}
      </Field>
      <CopiesField paper={paper} due={due} copies={wish.copies} onChange={(copies) => onChange({ copies })} />
      <Field label={t.documents.sides}>
        {(marks) => (
          <Choice
            marks={marks}
            value={wish.sides}
            words={t.documents.sidesNames}
            onChange={(sides) => onChange({ sides })}
          />
        )}
      </Field>
      <TextField
        label={t.documents.pageRange}
        value={wish.pages}
        hint={t.documents.pageRangeHint(pages)}
        problems={wrongPages ? wrong : []}
        onChange={(text) => onChange({ pages: text })}
      />
    </div>
  );
}

interface CopiesFieldProps {
  readonly paper: ListedPaper;
  readonly due: number;
  readonly copies: number;
  readonly onChange: (copies: number) => void;
}

/** How many copies, and how many are due. */
export function CopiesField({ paper, due, copies, onChange }: CopiesFieldProps) {
  const { t } = useSpeech();
  const hint = paper.form === 'F12' ? t.documents.agreementCopiesHint(due) : t.documents.copiesHint(due);
  return (
    <Field label={t.documents.copies} hint={hint}>
      {(marks) => (
        <InputNumber {...marks} min={1} max={99} precision={0} value={copies} onChange={(n) => onChange(n ?? due)} />
      )}
    </Field>
  );
}
