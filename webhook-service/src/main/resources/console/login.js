/**
 * Log-in by the code flow with PKCE (RFC 7636). Tokens live in variables of this module alone: never in storage, never in
 * an address, gone with the page. Only the verifier crosses the redirect, in sessionStorage, and is taken out at once.
 */
const PENDING = "okno.login";

let settings;
let tokens;
let renewing;

const here = () => new URL("./", document.baseURI).href.split("#")[0];
const endpoint = (name) => `${settings.issuer}/protocol/openid-connect/${name}`;

/** Logs in, by a redirect when there is no answer of one in the address; true when somebody is logged in. */
export async function logIn() {
  settings = await (await fetch("config.json")).json();
  const answer = new URLSearchParams(location.search);
  if (answer.has("code") || answer.has("error")) {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
    sessionStorage.removeItem(PENDING);
    history.replaceState(null, "", here() + (pending?.hash ?? ""));
    if (answer.has("code") && pending && pending.state === answer.get("state")) {
      await take({
        grant_type: "authorization_code",
        code: answer.get("code"),
        redirect_uri: here(),
        code_verifier: pending.verifier,
      });
      return true;
    }
    return false;
  }
  await redirect();
  return false;
}

export async function redirect() {
  const verifier = random(32);
  const state = random(16);
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, hash: location.hash }));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  location.assign(`${endpoint("auth")}?${new URLSearchParams({
    client_id: settings.clientId,
    response_type: "code",
    scope: "openid",
    redirect_uri: here(),
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    ui_locales: document.documentElement.lang,
  })}`);
  // The page is being left; nothing after this may run.
  await new Promise(() => {});
}

/** An access token that is good for a while yet. */
export async function accessToken() {
  if (!tokens) await redirect();
  if (tokens.goodUntil - Date.now() < 20_000) {
    renewing ??= renew().finally(() => { renewing = undefined; });
    await renewing;
  }
  return tokens.access;
}

/** What the tokens say of who is logged in; for show only, every check is the server's. */
export function person() {
  const claims = claimsOf(tokens.access);
  return {
    name: tokens.name,
    agency: claims.agency,
    engineer: (claims.realm_access?.roles ?? []).includes("integrator") && Boolean(claims.agency),
  };
}

function claimsOf(token) {
  const part = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
}

/** Ends the session at the log-in server, whose page asks first: the id token that would spare it stays out of addresses. */
export function logOut() {
  tokens = undefined;
  const wish = new URLSearchParams({ client_id: settings.clientId, post_logout_redirect_uri: here() });
  location.assign(`${endpoint("logout")}?${wish}`);
}

async function renew() {
  try {
    if (!tokens.refresh) throw new Error("no refresh token");
    await take({ grant_type: "refresh_token", refresh_token: tokens.refresh });
  } catch {
    await redirect();
  }
}

async function take(grant) {
  const answer = await fetch(endpoint("token"), {
    method: "POST",
    body: new URLSearchParams({ client_id: settings.clientId, ...grant }),
  });
  if (!answer.ok) throw new Error(`log-in: ${answer.status}`);
  const body = await answer.json();
  tokens = {
    access: body.access_token,
    refresh: body.refresh_token,
    goodUntil: Date.now() + body.expires_in * 1000,
    // The access token names nobody; of the ID token nothing else is kept.
    name: body.id_token ? claimsOf(body.id_token).name ?? "" : tokens?.name ?? "",
  };
}

function random(bytes) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
