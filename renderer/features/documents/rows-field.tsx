import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import type { FieldSpec } from '../../../electron/contract/forms';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { useRows } from '../../shared/use-rows';
import type { CellProps, KindProps } from './field-kind';

type Filled = Readonly<Record<string, unknown>>;

const rowsOf = (value: unknown): Filled[] => (Array.isArray(value) ? (value as Filled[]) : []);
const filled = (row: Filled): boolean => Object.values(row).some((one) => one !== undefined && one !== '');

/** A row with one field changed; what is empty is left out. */
const changed = (row: Filled, name: string, value: unknown): Filled =>
  Object.fromEntries(
    Object.entries({ ...row, [name]: value }).filter(([, one]) => one !== undefined && one !== null && one !== ''),
  );

interface RowsFieldProps extends KindProps<Extract<FieldSpec, { readonly kind: 'rows' }>> {
  /** Draws one field of a row. */
  readonly cell: (props: CellProps) => ReactNode;
}

/** Rows of a table of the form; an empty row lives on screen only. */
export function RowsField({ spec, label, path, value, problems, onChange, cell }: RowsFieldProps) {
  const { t } = useSpeech();
  const { rows, setItems } = useRows(rowsOf(value), filled, (items) =>
    onChange(items.length === 0 ? undefined : items),
  );
  return (
    <div role="group" aria-label={label} className="paper-rows">
      <Field label={label} path={path} problems={problems} wide>
        {() => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.id}>
                <legend>{t.documents.row(label, index + 1)}</legend>
                {spec.columns.map((column) => (
                  <Fragment key={column.name}>
                    {cell({
                      spec: column,
                      path: `${path}.${index}.${column.name}`,
                      within: t.documents.row(label, index + 1),
                      value: row.item[column.name],
                      onChange: (one) =>
                        setItems((all) =>
                          all.map((r) => (r.id === row.id ? { id: r.id, item: changed(r.item, column.name, one) } : r)),
                        ),
                    })}
                  </Fragment>
                ))}
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  onClick={() => setItems((all) => all.filter((r) => r.id !== row.id))}
                >
                  {t.words.removeItem(t.documents.row(label, index + 1))}
                </Button>
              </fieldset>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => setItems((all, blank) => [...all, blank({})])}>
              {t.documents.addRow(label)}
            </Button>
          </>
        )}
      </Field>
    </div>
  );
}
