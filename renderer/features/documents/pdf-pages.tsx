import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../shared/language';
import { openPdf, type OpenedPdf } from './open-pdf';

interface PdfPagesProps {
  readonly pdf: Uint8Array;
  /** 1 fits the width of the place. */
  readonly zoom: number;
}

/** All pages of a document, drawn sharp at the size they are shown. The pages of the last one stay until the next is ready. */
export function PdfPages({ pdf, zoom }: PdfPagesProps) {
  const { t } = useSpeech();
  const [opened, setOpened] = useState<OpenedPdf | null>(null);
  const [width, setWidth] = useState(0);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let here = true;
    let mine: OpenedPdf | undefined;
    void openPdf(pdf).then((document) => {
      mine = document;
      if (here) setOpened(document);
      else document.close();
    });
    return () => {
      here = false;
      // The old pages stay on screen until the new ones are drawn.
      setTimeout(() => mine?.close(), 5_000);
    };
  }, [pdf]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="pdf-pages">
      {opened !== null && width > 0
        ? Array.from({ length: opened.pages }, (_, index) => (
            <PdfPage
              key={index}
              opened={opened}
              page={index + 1}
              width={width * zoom}
              label={t.documents.page(index + 1)}
            />
          ))
        : null}
    </div>
  );
}

interface PdfPageProps {
  readonly opened: OpenedPdf;
  readonly page: number;
  readonly width: number;
  readonly label: string;
}

function PdfPage({ opened, page, width, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    return opened.draw(page, element, width);
  }, [opened, page, width]);
  return <canvas ref={canvas} role="img" aria-label={label} className="pdf-page" />;
}
