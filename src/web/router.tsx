// Every screen is one row here: its address, what it may carry, and the page, loaded when first opened.
import { createRouter } from '@tanstack/react-router';
import { accessRoutes } from './access/access-routes.ts';
import { assistanceRoutes } from './assistance/assistance-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { exitRoutes } from './casework/areas/exit-routes.ts';
import { caseRoutes } from './casework/case-routes.ts';
import { checkRoutes } from './casework/checks/check-routes.ts';
import { signingRoutes } from './casework/signing/signing-routes.ts';
import { exchangeRoutes } from './exchange/exchange-routes.ts';
import { fundsRoutes } from './funds/funds-routes.ts';
import { loanRoutes } from './funds/loans/loan-routes.ts';
import { projectPages } from './funds/projects/project-routes.ts';
import { ruleList } from './funds/rules/rule-routes.ts';
import { insightRoutes, screen } from './insight/insight-routes.ts';
import { monitoringRoutes } from './monitoring/monitoring-routes.ts';
import { policyRoutes } from './policy/policy-routes.ts';
import { noticeRoutes } from './publicity/notice-routes.ts';
import { registryRoutes } from './registry/registry-routes.ts';
import { DeskFrame } from './shell/desk-frame.tsx';
import { frame, home } from './shell/frame-route.ts';
import { root, setUp, signIn } from './shell/outer-routes.ts';
import { routerOptions } from './shell/router-options.ts';
import { supervisionRoutes } from './supervision/supervision-routes.ts';
import { candidateRoutes } from './targeting/candidates/candidate-routes.ts';
import { comparisonRoutes } from './targeting/comparison/comparison-routes.ts';
import { targetingRoutes } from './targeting/targeting-routes.ts';
import { workforceRoutes } from './workforce/workforce-routes.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setUp,
    screen,
    frame
      .update({ component: DeskFrame })
      .addChildren([
        home,
        ...insightRoutes,
        ...registryRoutes,
        ...exchangeRoutes,
        ...targetingRoutes,
        ...policyRoutes,
        ...auditRoutes,
        ...accessRoutes,
        ...caseRoutes,
        ...checkRoutes,
        ...exitRoutes,
        ...signingRoutes,
        ...noticeRoutes,
        ...supervisionRoutes,
        ...workforceRoutes,
        ...assistanceRoutes,
        ...fundsRoutes,
        ...projectPages,
        ...loanRoutes,
        ruleList,
        ...monitoringRoutes,
        ...comparisonRoutes,
        ...candidateRoutes,
      ]),
  ]),
  ...routerOptions,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
