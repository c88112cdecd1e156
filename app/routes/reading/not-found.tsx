/** Every address that no other route answers. The layout says it in the site's look. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
