// Every command, one line for each capability that has any.
import { accessCommands } from './access.ts';
import { analyseCommands } from './analyse.ts';
import { auditCommands } from './audit.ts';
import type { Command } from './command.ts';
import { demonstrationCommands } from './demonstration.ts';
import { exchangeCommands } from './exchange.ts';
import { figuresCommands } from './figures.ts';
import { fundsCommands } from './funds.ts';
import { kernelCommands } from './kernel.ts';
import { policyCommands } from './policy.ts';
import { policyActCommands } from './policy-acts.ts';
import { supervisionCommands } from './supervision.ts';
import { targetingCommands } from './targeting.ts';

export const allCommands: readonly Command[] = [
  ...kernelCommands,
  ...accessCommands,
  ...auditCommands,
  ...policyCommands,
  ...policyActCommands,
  ...exchangeCommands,
  ...targetingCommands,
  ...analyseCommands,
  ...figuresCommands,
  ...fundsCommands,
  ...supervisionCommands,
  ...demonstrationCommands,
];
