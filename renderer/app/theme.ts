import type { ThemeConfig } from 'antd';

/** System Chinese sans first; characters of extension B to F come from the shipped font at the end of the list. */
const FAMILY = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Rare Han', sans-serif";

/** One accent colour; red is the colour of errors only (screens.md 8). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b6b74',
    colorInfo: '#0b6b74',
    colorLink: '#0b6b74',
    colorError: '#c62828',
    colorText: '#1d2529',
    colorTextSecondary: '#51606a',
    colorBgLayout: '#f3f5f6',
    fontFamily: FAMILY,
    fontSize: 14,
    borderRadius: 5,
    motion: false,
  },
};
