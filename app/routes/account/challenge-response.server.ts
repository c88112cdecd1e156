/** A challenge for a device, as JSON that is kept nowhere. */
export function challengeResponse(options: object, setCookie: string | null): Response {
  return Response.json(options, {
    headers: { 'Cache-Control': 'no-store', ...(setCookie ? { 'Set-Cookie': setCookie } : {}) },
  });
}

export function tooManyChallenges(retryAfterSeconds: number): Response {
  return new Response(null, {
    status: 429,
    headers: { 'Cache-Control': 'no-store', 'Retry-After': String(retryAfterSeconds) },
  });
}
