/*
 * Passkeys in the browser, on the two pages that offer them: https://www.w3.org/TR/webauthn-3/
 * The answer of the device is put into a form, which is then sent as forms are.
 */

/** As our server writes it: bytes are base64url. */
type Written<Options> = Omit<
  Options,
  'challenge' | 'user' | 'excludeCredentials' | 'allowCredentials'
> & { readonly challenge: string };
type Descriptor = Omit<PublicKeyCredentialDescriptor, 'id'> & { readonly id: string };
type ToAdd = Written<PublicKeyCredentialCreationOptions> & {
  readonly user: Omit<PublicKeyCredentialUserEntity, 'id'> & { readonly id: string };
  readonly excludeCredentials?: readonly Descriptor[];
};
type ToSignIn = Written<PublicKeyCredentialRequestOptions> & {
  readonly allowCredentials?: readonly Descriptor[];
};

/** A challenge lives five minutes: the one that waits in the address field is renewed before. */
const renewAfterMs = 4 * 60_000;

export function enhancePasskeys(page: Document): void {
  const isKnown = 'PublicKeyCredential' in window;
  for (const without of page.querySelectorAll<HTMLElement>('[data-passkey-unsupported]')) {
    without.hidden = isKnown;
  }
  if (!isKnown) return;
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    if (form.dataset['passkey'] === 'add') enhanceAdding(form);
    else enhanceSigningIn(form, page);
  }
}

function enhanceAdding(form: HTMLFormElement): void {
  onSubmit(form, async () => {
    const { user, excludeCredentials, ...options } = await ask<ToAdd>(form);
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...user, id: toBytes(user.id) },
        excludeCredentials: describe(excludeCredentials),
      },
    });
    return made instanceof PublicKeyCredential ? tell(made) : null;
  });
}

function enhanceSigningIn(form: HTMLFormElement, page: Document): void {
  let waiting: AbortController | null = null;
  const sign = async (more: { mediation?: 'conditional'; signal?: AbortSignal }) => {
    const { allowCredentials, ...options } = await ask<ToSignIn>(form);
    const signed = await navigator.credentials.get({
      ...more,
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: describe(allowCredentials),
      },
    });
    return signed instanceof PublicKeyCredential ? tell(signed) : null;
  };
  onSubmit(form, () => {
    // A browser answers one request at a time.
    waiting?.abort();
    return sign({});
  });

  /** Passkeys among the suggestions of the address field, where the browser can do that. */
  const suggest = async () => {
    waiting?.abort();
    const mine = new AbortController();
    waiting = mine;
    setTimeout(() => void suggest(), renewAfterMs);
    try {
      const answer = await sign({ mediation: 'conditional', signal: mine.signal });
      if (answer) send(form, answer);
    } catch {
      // Turned away, aborted, or not answered: the button and the mail are still there.
    }
  };
  const hasField =
    form.dataset['suggests'] !== undefined &&
    page.querySelector('input[autocomplete~="webauthn"]') !== null;
  // Browsers of before 2023 have no such question: https://caniuse.com/wf-webauthn-conditional-ui
  if (!hasField || !('isConditionalMediationAvailable' in PublicKeyCredential)) return;
  void PublicKeyCredential.isConditionalMediationAvailable().then((can) => {
    if (can) void suggest();
  });
}

function onSubmit(form: HTMLFormElement, run: () => Promise<string | null>): void {
  const button = form.querySelector('button');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button) button.disabled = true;
    say(form, null);
    run()
      .then((answer) => {
        if (answer) send(form, answer);
        else say(form, 'device');
      })
      .catch((problem: unknown) => say(form, problem instanceof Busy ? 'busy' : nameOf(problem)))
      .finally(() => {
        if (button) button.disabled = false;
      });
  });
}

class Busy extends Error {}

/** Has our server write a challenge; the caller knows which kind the form asks for. */
async function ask<Options>(form: HTMLFormElement): Promise<Options> {
  const answer = await fetch(form.dataset['challenge'] ?? '', { method: 'POST' });
  if (answer.status === 429) throw new Busy();
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Options;
}

/** What the device answered, as our server reads it. */
function tell({ rawId, type, response }: PublicKeyCredential): string {
  const id = fromBytes(rawId);
  const clientDataJSON = fromBytes(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const attestationObject = fromBytes(response.attestationObject);
    const transports = 'getTransports' in response ? response.getTransports() : [];
    const made = { clientDataJSON, attestationObject, transports };
    return JSON.stringify({ id, rawId: id, type, response: made });
  }
  if (!(response instanceof AuthenticatorAssertionResponse)) return '';
  const signed = {
    clientDataJSON,
    authenticatorData: fromBytes(response.authenticatorData),
    signature: fromBytes(response.signature),
    userHandle: response.userHandle ? fromBytes(response.userHandle) : undefined,
  };
  return JSON.stringify({ id, rawId: id, type, response: signed });
}

function send(form: HTMLFormElement, answer: string): void {
  const field = form.elements.namedItem('credential');
  if (!(field instanceof HTMLInputElement)) return;
  field.value = answer;
  form.submit();
}

/** Shows the one of the form's sentences that fits, or none. */
function say(form: HTMLFormElement, what: string | null): void {
  const sentences = [...form.querySelectorAll<HTMLElement>('[data-passkey-problem]')];
  const named = sentences.find((one) => one.dataset['passkeyProblem'] === what);
  const shown = what === null ? null : (named ?? sentences[0]);
  for (const one of sentences) one.hidden = one !== shown;
}

function nameOf(problem: unknown): string {
  return problem instanceof DOMException ? problem.name : 'device';
}

function describe(listed: readonly Descriptor[] | undefined): PublicKeyCredentialDescriptor[] {
  return (listed ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function fromBytes(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
