import { account } from './account.ts';
import { admin } from './admin.ts';
import { adminPayments } from './admin-payments.ts';
import { adminReport } from './admin-report.ts';
import { adminSupporters } from './admin-supporters.ts';
import { common } from './common.ts';
import { giving } from './giving.ts';
import { mail } from './mail.ts';
import { pipeline } from './pipeline.ts';
import { reading } from './reading.ts';
import { reconciliation } from './reconciliation.ts';
import { statements } from './statements.ts';

export const uk = {
  ...common,
  ...reading,
  ...giving,
  ...account,
  ...admin,
  ...adminReport,
  ...adminSupporters,
  ...adminPayments,
  ...mail,
  ...pipeline,
  ...reconciliation,
  ...statements,
};
