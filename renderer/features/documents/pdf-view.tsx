import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../shared/language';
import { PdfPages } from './pdf-pages';
import './documents.css';

interface PdfViewProps {
  readonly pdf: Uint8Array;
  readonly title: string;
  readonly pages?: number;
}

const STEP = 0.25;

/** A document with its title and zoom. */
export function PdfView({ pdf, title, pages }: PdfViewProps) {
  const { t } = useSpeech();
  const [zoom, setZoom] = useState(1);
  return (
    <div className="pdf-view">
      <div className="pdf-bar">
        <strong>{title}</strong>
        <span className="quiet">{pages === undefined ? '' : t.documents.pages(pages)}</span>
        <span className="pdf-space" />
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={t.documents.zoomOut}
          disabled={zoom <= 0.5}
          onClick={() => setZoom(zoom - STEP)}
        />
        <Button size="small" aria-label={t.documents.fit} onClick={() => setZoom(1)}>
          {Math.round(zoom * 100)}%
        </Button>
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={t.documents.zoomIn}
          disabled={zoom >= 3}
          onClick={() => setZoom(zoom + STEP)}
        />
      </div>
      <PdfPages pdf={pdf} zoom={zoom} />
    </div>
  );
}
