import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { reportFault } from '../shared/faults';
import { useSpeech } from '../shared/language';

function Broken({ onReopen }: { readonly onReopen: () => void }) {
  const { t } = useSpeech();
  return (
    <main className="plain-page" role="alert">
      <h1>{t.frame.brokenTitle}</h1>
      <p>{t.frame.brokenText}</p>
      <Button type="primary" onClick={onReopen}>
        {t.frame.reopen}
      </Button>
    </main>
  );
}

/** Catches a fault of the page itself, so that a person sees words and a way on instead of an empty window. */
export class PageGuard extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(fault: unknown): void {
    reportFault(fault);
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onReopen={() => this.setState({ broken: false })} /> : this.props.children;
  }
}
