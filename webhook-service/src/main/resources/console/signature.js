/** Standard Webhooks signatures in the browser, by WebCrypto. Nothing here talks to anybody. */
const encoder = new TextEncoder();

/** The key inside a secret: `whsec_` and base64 of 24 to 64 bytes. Throws when it is not one. */
export function keyOf(secret) {
  const text = secret.trim();
  const bytes = Uint8Array.from(atob(text.startsWith("whsec_") ? text.slice(6) : text), (c) => c.charCodeAt(0));
  if (bytes.length < 24 || bytes.length > 64) throw new Error("length");
  return bytes;
}

/** What is signed: id, time of the attempt in seconds and the body to the letter, with dots between. */
export function signedContent(id, seconds, body) {
  return `${id}.${seconds}.${body}`;
}

/** The `v1` signature. */
export async function sign(secret, content) {
  const key = await crypto.subtle.importKey("raw", keyOf(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(content)));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}

/** Whether one of the signatures of a `webhook-signature` header is this one. */
export function holds(header, signature) {
  return header.trim().split(/\s+/).includes(signature);
}
