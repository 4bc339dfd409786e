// Indicators of villages and counties in words of the audit trail.
export const monitoringActs = {
  zh: {
    'act_registry.enter-indicators': '填报了村县指标',
    'act_registry.assign-indicators': '定了指标的归口单位',
    'act_exchange.import-indicators': '用表格填报了村县指标',
    group_monitoring: '清单与督办',
    subject_problem: '问题',
    'act_monitoring.register-problem': '登记了问题',
    'act_monitoring.act-on-problem': '办了一个问题',
    'act_monitoring.export-problems': '导出了问题清单',
  },
  en: {
    'act_registry.enter-indicators': 'Entered indicators',
    'act_registry.assign-indicators': 'Named who enters indicators',
    'act_exchange.import-indicators': 'Entered indicators from a sheet',
    group_monitoring: 'Lists and orders',
    subject_problem: 'Problem',
    'act_monitoring.register-problem': 'Registered a problem',
    'act_monitoring.act-on-problem': 'Acted on a problem',
    'act_monitoring.export-problems': 'Exported the list of problems',
  },
} as const;
