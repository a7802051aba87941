import { accessToken } from "./login.js";
import { language } from "./texts.js";

/** The company acted for: its id and its acting token of five minutes; undefined for an agency's engineer. */
let acting;

/** A refusal of the server, with its words in the reader's language. */
export class Refusal extends Error {
  constructor(status, problem) {
    const faults = (problem.errors ?? []).map((fault) => fault.message);
    super(faults.length ? faults.join("\n") : problem.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code;
  }
}

export function actFor(orgId) {
  acting = orgId ? { orgId, goodUntil: 0 } : undefined;
}

/** Calls the ordinary API. `version` goes into If-Match; the answer is its JSON, with its ETag beside it. */
export async function call(method, path, { body, version } = {}) {
  const headers = await head();
  if (acting) headers["Okno-Acting"] = await actingToken();
  if (version) headers["If-Match"] = version;
  return send(method, path, headers, body);
}

async function actingToken() {
  if (acting.goodUntil - Date.now() < 20_000) {
    const { json } = await send("POST", `/orgs/${acting.orgId}/acting-token`, await head());
    acting.token = json.token;
    acting.goodUntil = Date.parse(json.expiresAt);
  }
  return acting.token;
}

/** Organisations of the caller whose webhooks they may look after. */
export async function organisations() {
  const { json } = await send("GET", "/orgs?limit=100", await head());
  return json.items.filter((org) => org.status === "LINKED" && (org.permissions ?? []).includes("webhooks.manage"));
}

async function head() {
  return { Authorization: `Bearer ${await accessToken()}`, "Accept-Language": language() };
}

async function send(method, path, headers, body) {
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(`/api/v1${path}`, {
    method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store",
  });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new Refusal(answer.status, json);
  return { json, version: answer.headers.get("ETag") };
}
