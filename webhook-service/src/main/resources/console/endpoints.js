import { call } from "./api.js";
import { ask, copyButton, h, show } from "./dom.js";
import { distance, language, t } from "./texts.js";

/** The state that an engineer cares about: a working endpoint whose breaker is open is not working. */
export function stateOf(endpoint, health) {
  return endpoint.status === "ACTIVE" && health?.nextProbeAt ? "FAILING" : endpoint.status;
}

export function badge(state) {
  return h("span", { class: `badge ${state.toLowerCase()}` }, t.state[state] ?? state);
}

const good = (attempt) => attempt.statusCode >= 200 && attempt.statusCode < 300;

/** The latest attempts as bars, the newest on the right; their sum in words for everybody who sees no bars. */
export function recentBars(health) {
  const recent = (health?.recent ?? []).slice(0, 20).reverse();
  const summary = t.recentSummary(recent.filter(good).length, recent.length);
  return h("span", { class: "bars", role: "img", "aria-label": summary, title: summary },
    Array.from({ length: 20 - recent.length }, () => h("i", { class: "empty" })),
    recent.map((attempt) => h("i", { class: good(attempt) ? "good" : "bad" })));
}

export function waiting(health) {
  if (!health) return "–";
  return health.waiting > 1000 ? t.many : String(health.waiting);
}

export async function healthById() {
  const { json } = await call("GET", "/webhooks/health");
  return new Map(json.items.map((item) => [item.endpointId, item]));
}

/** All endpoints. */
export function endpointsView() {
  const list = h("div", { class: "list" });

  async function load() {
    const [{ json }, health] = await Promise.all([call("GET", "/webhooks/endpoints?limit=100"), healthById()]);
    show(list, json.items.length ? table(json.items, health) : h("div", { class: "plain" },
      h("h2", {}, t.none), h("p", {}, t.noneText)));
  }

  return {
    async open() {
      await load();
      return [
        h("div", { class: "head" },
          h("div", {}, h("h1", {}, t.endpoints), h("p", { class: "muted" }, t.endpointsText)),
          h("button", { type: "button", class: "button primary", id: "add", onclick: add }, t.add)),
        list,
      ];
    },
    refresh: load,
  };
}

function table(endpoints, health) {
  return h("table", { class: "cards" },
    h("thead", {}, h("tr", {},
      [t.url, t.health, t.recent, t.waiting].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, endpoints.map((endpoint) => row(endpoint, health.get(endpoint.id)))));
}

function row(endpoint, health) {
  return h("tr", {},
    h("td", { "data-name": t.url },
      h("a", { href: `#/endpoints/${endpoint.id}`, class: "url" }, endpoint.url),
      h("div", { class: "muted" }, endpoint.description || subscriptionLine(endpoint))),
    h("td", { "data-name": t.health },
      badge(stateOf(endpoint, health)),
      health?.failingSince && h("div", { class: "muted" }, distance(health.failingSince))),
    h("td", { "data-name": t.recent }, recentBars(health)),
    h("td", { "data-name": t.waiting, class: "number" }, waiting(health)));
}

function subscriptionLine(endpoint) {
  return endpoint.eventTypes.map(shortType).join(", ");
}

/** `okno.charge.paid.v1` without what all have. */
export function shortType(type) {
  return type.replace(/^okno\./, "");
}

/** The fields of a subscription, filled from an endpoint or empty. */
export async function subscriptionFields(endpoint) {
  const { json } = await call("GET", "/event-types");
  return [
    h("label", { class: "field" }, t.url,
      h("input", { name: "url", type: "url", required: true, maxlength: 2048, placeholder: "https://", value: endpoint?.url ?? "",
        "aria-describedby": "url-hint", autocomplete: "off" }),
      h("small", { id: "url-hint" }, t.urlHint)),
    h("fieldset", { class: "types" }, h("legend", {}, t.eventTypes), json.items.map((type) =>
      h("label", { class: "check" },
        h("input", { type: "checkbox", name: "eventTypes", value: type.name, checked: endpoint?.eventTypes.includes(type.name) }),
        h("span", {}, h("code", {}, shortType(type.name)), h("small", {}, type.descriptions?.[language()] ?? type.description))))),
    h("label", { class: "field" }, t.services,
      h("input", { name: "services", type: "text", value: endpoint?.services.join(", ") ?? "", "aria-describedby": "services-hint",
        autocomplete: "off", spellcheck: "false" }),
      h("small", { id: "services-hint" }, t.servicesHint)),
    h("label", { class: "check" },
      h("input", { type: "checkbox", name: "ordered", checked: endpoint?.ordered }), h("span", {}, t.ordered)),
    h("label", { class: "field" }, t.description,
      h("input", { name: "description", type: "text", maxlength: 200, value: endpoint?.description ?? "", autocomplete: "off" })),
  ];
}

export function subscriptionOf(values) {
  return {
    url: values.get("url").trim(),
    eventTypes: values.getAll("eventTypes"),
    services: values.get("services").split(/[\s,]+/).filter(Boolean),
    ordered: values.has("ordered"),
    description: values.get("description"),
  };
}

async function add() {
  const registered = await ask({
    title: t.add, fields: await subscriptionFields(), confirm: t.register, cancel: t.cancel,
    submit: async (values) => (await call("POST", "/webhooks/endpoints", { body: subscriptionOf(values) })).json,
  });
  if (!registered) return;
  await showSecret(registered.secret);
  location.hash = `#/endpoints/${registered.id}`;
}

/** Shows a secret for its only time. */
export function showSecret(secret, more) {
  return ask({
    title: t.secretTitle,
    text: t.secretText,
    fields: [
      h("p", { class: "secret" }, h("code", { id: "secret" }, secret), copyButton(t.copy, t.copied, () => secret)),
      more && h("p", {}, more),
    ],
    confirm: t.done,
  });
}
