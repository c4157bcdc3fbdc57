import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { HashRouter } from 'react-router';
import { LanguageProvider, useSpeech } from '../shared/language';
import { Gate } from './gate';
import { PageGuard } from './page-guard';
import { theme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

function Themed() {
  const { language } = useSpeech();
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zh}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <PageGuard>
        <HashRouter>
          <Gate />
        </HashRouter>
      </PageGuard>
    </ConfigProvider>
  );
}

/** The whole window. */
export function App() {
  return (
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  );
}
