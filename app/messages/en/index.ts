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
import { deskArticles } from './desk-articles.ts';
import { deskPictures } from './desk-pictures.ts';
import { deskSections } from './desk-sections.ts';
import { deskImport } from './desk-import.ts';
import { deskSources } from './desk-sources.ts';
import { deskRecurring } from './desk-recurring.ts';
import { deskMailTexts } from './desk-mail-texts.ts';
import { deskPeople } from './desk-people.ts';
import { deskToday } from './desk-today.ts';
import { deskMailCheck } from './desk-mail-check.ts';
import { deskSettings } from './desk-settings.ts';
import { deskAskTests } from './desk-ask-tests.ts';
import { deskAsks } from './desk-asks.ts';
import { deskStaff } from './desk-staff.ts';
import { deskTwoFactor } from './desk-two-factor.ts';
import { deskOverview } from './desk-overview.ts';
import { deskPreview } from './desk-preview.ts';
import { deskSupporterActs } from './desk-supporter-acts.ts';
import { deskSupporter } from './desk-supporter.ts';
import { deskChanges } from './desk-changes.ts';
import { deskDigest } from './desk-digest.ts';
import { deskViews } from './desk-views.ts';
import { deskWriting } from './desk-writing.ts';
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

export const en = {
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
  ...deskArticles,
  ...deskPictures,
  ...deskSections,
  ...deskImport,
  ...deskSources,
  ...deskRecurring,
  ...deskMailTexts,
  ...deskPeople,
  ...deskToday,
  ...deskMailCheck,
  ...deskSettings,
  ...deskAsks,
  ...deskAskTests,
  ...deskStaff,
  ...deskTwoFactor,
  ...deskOverview,
  ...deskSupporter,
  ...deskPreview,
  ...deskSupporterActs,
  ...deskChanges,
  ...deskDigest,
  ...deskViews,
  ...deskWriting,
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
