import { account } from './account.ts';
import { admin } from './admin.ts';
import { adminPayments } from './admin-payments.ts';
import { adminReport } from './admin-report.ts';
import { adminSupporters } from './admin-supporters.ts';
import { collection } from './collection.ts';
import { common } from './common.ts';
import { ending } from './ending.ts';
import { gifts } from './gifts.ts';
import { giving } from './giving.ts';
import { identity } from './identity.ts';
import { desk } from './desk.ts';
import { deskRecurring } from './desk-recurring.ts';
import { deskPeople } from './desk-people.ts';
import { deskToday } from './desk-today.ts';
import { deskSettings } from './desk-settings.ts';
import { deskAsks } from './desk-asks.ts';
import { deskStaff } from './desk-staff.ts';
import { deskOverview } from './desk-overview.ts';
import { deskSupporter } from './desk-supporter.ts';
import { donorOffer } from './donor-offer.ts';
import { mail } from './mail.ts';
import { mailPreferences } from './mail-preferences.ts';
import { membershipChanges } from './membership-changes.ts';
import { passkeys } from './passkeys.ts';
import { grants } from './grants.ts';
import { offers } from './offers.ts';
import { pipeline } from './pipeline.ts';
import { reading } from './reading.ts';
import { reconciliation } from './reconciliation.ts';
import { statements } from './statements.ts';
import { wall } from './wall.ts';

export const uk = {
  ...common,
  ...reading,
  ...giving,
  ...gifts,
  ...account,
  ...collection,
  ...admin,
  ...adminReport,
  ...adminSupporters,
  ...adminPayments,
  ...identity,
  ...ending,
  ...desk,
  ...deskRecurring,
  ...deskPeople,
  ...deskToday,
  ...deskSettings,
  ...deskAsks,
  ...deskStaff,
  ...deskOverview,
  ...deskSupporter,
  ...donorOffer,
  ...mail,
  ...mailPreferences,
  ...membershipChanges,
  ...passkeys,
  ...grants,
  ...offers,
  ...pipeline,
  ...reconciliation,
  ...statements,
  ...wall,
};
