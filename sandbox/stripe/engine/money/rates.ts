/**
 * Fixed exchange rates: how many millionths of a euro one major unit is worth. Invented but
 * plausible; they never change, so that a history built from a seed is always the same.
 */
export const EUR_MILLIONTHS: Record<string, number> = {
  eur: 1_000_000,
  usd: 921_300,
  gbp: 1_172_400,
  chf: 1_048_700,
  cad: 668_100,
  aud: 603_900,
  nzd: 551_800,
  jpy: 6_120,
  uah: 22_150,
  pln: 233_600,
  czk: 39_800,
  sek: 87_400,
  nok: 85_200,
  dkk: 134_050,
  huf: 2_540,
  ron: 200_900,
  bgn: 511_290,
  twd: 28_700,
  krw: 670,
  mdl: 51_300,
  gel: 337_500,
  try: 24_800,
  isk: 6_650,
};
