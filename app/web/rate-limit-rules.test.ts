import { expect, test } from 'vitest';
import { clientBucket } from './rate-limit-rules.ts';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
])('%s counts as %s', (address, bucket) => {
  expect(clientBucket(address)).toBe(bucket);
});

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', ''])('%s is nobody in particular', (address) => {
  expect(clientBucket(address)).toBeNull();
});
