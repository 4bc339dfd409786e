// The component library in our colours. Pages that use it are wrapped here by the router, so that
// pages without it never load it.
import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '#web/text/catalogue.ts';
import { type Appearance, useAppearance } from './appearance.ts';
import 'dayjs/locale/zh-cn';

const colours = {
  light: {
    colorPrimary: '#C2371A',
    colorLink: '#1A1B1C',
    colorText: '#1A1B1C',
    colorTextSecondary: '#4A4C4E',
    colorTextTertiary: '#686A6C',
    colorTextPlaceholder: '#686A6C',
    colorBgBase: '#FFFFFF',
    colorBorder: '#8C8A84',
    colorBorderSecondary: '#E3E0DA',
    colorSuccess: '#1E7145',
    colorWarning: '#8A5A00',
    colorError: '#90086C',
    colorInfo: '#33495B',
    onAccent: '#FFFFFF',
    active: '#FBEDE8',
  },
  dark: {
    colorPrimary: '#F2694A',
    colorLink: '#F2F1EE',
    colorText: '#F2F1EE',
    colorTextSecondary: '#C6C8C9',
    colorTextTertiary: '#9A9EA1',
    colorTextPlaceholder: '#9A9EA1',
    colorBgBase: '#111315',
    colorBorder: '#6B7074',
    colorBorderSecondary: '#2C3135',
    colorSuccess: '#5DBE87',
    colorWarning: '#E5AE45',
    colorError: '#F77FDB',
    colorInfo: '#C3D2DD',
    onAccent: '#111315',
    active: '#3A1F18',
  },
} as const satisfies Record<Appearance, Record<string, string>>;

export function Themed({ children }: { readonly children: ReactNode }) {
  const appearance = useAppearance();
  const language = useLanguage();
  const { onAccent, active, ...seed } = colours[appearance];
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          ...seed,
          fontFamily: 'var(--font)',
          fontSize: 14,
          borderRadius: 3,
          controlHeight: 32,
          wireframe: false,
          motionDurationMid: '0.12s',
          motionDurationSlow: '0.16s',
        },
        components: {
          Button: { primaryColor: onAccent, primaryShadow: 'none', defaultShadow: 'none' },
          Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlock: 8 },
          Select: { optionSelectedBg: active },
          Tabs: { titleFontSize: 14 },
        },
      }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
