import type { Page } from '@playwright/test';

/** A device that makes and uses passkeys, as its owner would with a finger on it. */
export async function plugInDevice(
  page: Page,
): Promise<{ readonly touch: (isTouched: boolean) => Promise<void> }> {
  // The device has no interface to choose in: what waits in the address field would answer by itself.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      // The finger comes when the test says so.
      automaticPresenceSimulation: false,
    },
  });
  return {
    touch: async (enabled) => {
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}
