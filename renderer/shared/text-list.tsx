import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useSpeech } from './language';
import { useRows, type Row } from './use-rows';

interface TextListProps {
  /** Name of one item, e.g. 申请事项 or 条款; the number follows. */
  readonly itemName: (n: number) => string;
  readonly addName: string;
  readonly path: string;
  readonly items: readonly string[];
  readonly onChange: (items: string[]) => void;
  readonly minRows?: number;
  /** What stands under an item; `index` counts the items that are kept. */
  readonly below?: (index: number) => ReactNode;
}

const written = (text: string): boolean => text.trim() !== '';

/** A numbered list of texts: add, change, move, remove. Empty items are not kept. */
export function TextList({ itemName, addName, path, items, onChange, minRows = 1, below }: TextListProps) {
  const { t } = useSpeech();
  const { rows, setItems } = useRows(items, written, onChange);
  const move = (from: number, to: number): void =>
    setItems((all) => {
      const moved = [...all];
      const [row] = moved.splice(from, 1);
      if (row !== undefined) moved.splice(to, 0, row);
      return moved;
    });
  const keptIndex = (row: Row<string>): number => rows.filter((r) => written(r.item)).indexOf(row);
  return (
    <div className="text-list" data-field={path}>
      {rows.map((row, index) => (
        <div className="text-row" key={row.id} data-field={`${path}.${index}`}>
          <span className="text-number" aria-hidden="true">
            {itemName(index + 1)}
          </span>
          <div className="text-body">
            <Input.TextArea
              aria-label={itemName(index + 1)}
              className="grows"
              rows={minRows}
              value={row.item}
              onChange={(event) =>
                setItems((all) => all.map((r) => (r.id === row.id ? { id: r.id, item: event.target.value } : r)))
              }
            />
            {written(row.item) ? below?.(keptIndex(row)) : null}
          </div>
          <div className="text-tools">
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={t.words.moveUp(itemName(index + 1))}
              onClick={() => move(index, index - 1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={index === rows.length - 1}
              aria-label={t.words.moveDown(itemName(index + 1))}
              onClick={() => move(index, index + 1)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t.words.removeItem(itemName(index + 1))}
              onClick={() => setItems((all) => all.filter((r) => r.id !== row.id))}
            />
          </div>
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={() => setItems((all, blank) => [...all, blank('')])}>
        {addName}
      </Button>
    </div>
  );
}
