// Indicators of villages and counties in words of the audit trail.
export const monitoringActs = {
  zh: {
    'act_registry.enter-indicators': '填报了村县指标',
    'act_registry.assign-indicators': '定了指标的归口单位',
    'act_exchange.import-indicators': '用表格填报了村县指标',
  },
  en: {
    'act_registry.enter-indicators': 'Entered indicators',
    'act_registry.assign-indicators': 'Named who enters indicators',
    'act_exchange.import-indicators': 'Entered indicators from a sheet',
  },
} as const;
