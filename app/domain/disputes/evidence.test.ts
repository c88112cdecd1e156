import { describe, expect, it } from 'vitest';
import {
  disputeReasons,
  evidenceFiles,
  evidenceTexts,
  isAnswerable,
  isDecided,
  knownReason,
  tellingFields,
  typeOfFile,
} from './evidence.ts';

describe('evidence', () => {
  it('knows a file by its first bytes, whatever it is called', () => {
    expect(typeOfFile(Buffer.from('%PDF-1.7 and so on'))).toBe('application/pdf');
    expect(typeOfFile(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(typeOfFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe('image/png');
    expect(typeOfFile(Buffer.from('<html>%PDF-'))).toBeNull();
    expect(typeOfFile(new Uint8Array())).toBeNull();
  });

  it('asks first what decides a dispute of its reason, and only what there is', () => {
    const known: readonly string[] = [...evidenceTexts, ...evidenceFiles];
    for (const reason of disputeReasons) {
      const fields = tellingFields(reason);
      expect(fields.filter((field) => !known.includes(field))).toEqual([]);
      expect(new Set(fields).size).toBe(fields.length);
    }
    expect(tellingFields('duplicate')).toContain('duplicate_charge_id');
    expect(knownReason('something_new')).toBe('general');
  });

  it('is taken while the bank waits for it, of inquiries too', () => {
    expect(['needs_response', 'warning_needs_response'].every(isAnswerable)).toBe(true);
    expect(['under_review', 'won', 'lost', 'warning_closed'].some(isAnswerable)).toBe(false);
    expect(['won', 'lost', 'warning_closed', 'prevented'].every(isDecided)).toBe(true);
  });
});
