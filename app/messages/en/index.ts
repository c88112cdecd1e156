import { account } from './account.ts';
import { admin } from './admin.ts';
import { common } from './common.ts';
import { giving } from './giving.ts';
import { mail } from './mail.ts';
import { reading } from './reading.ts';

export const en = { ...common, ...reading, ...giving, ...account, ...admin, ...mail };
