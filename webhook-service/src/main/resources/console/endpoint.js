import { call } from "./api.js";
import { ask, h, notice, show } from "./dom.js";
import {
  badge, healthById, recentBars, shortType, showSecret, stateOf, subscriptionFields, subscriptionOf, waiting,
} from "./endpoints.js";
import { distance, t, time } from "./texts.js";

/** One endpoint: what it is, how it does, what can be done with it, and its deliveries. */
export function endpointView(id) {
  const path = `/webhooks/endpoints/${id}`;
  const title = h("div", { class: "head" });
  const actions = h("div", { class: "toolbar", role: "group", "aria-label": t.health });
  const facts = h("div", { class: "columns" });
  const rows = h("div", { class: "list" });
  const filter = h("select", { id: "filter", onchange: () => { pages = 1; load(); } },
    h("option", { value: "" }, t.anyStatus),
    ["PENDING", "DELIVERED", "EXHAUSTED", "SKIPPED"].map((status) => h("option", { value: status }, t.status[status])));
  let endpoint;
  let version;
  let health;
  let pages = 1;

  async function load() {
    const [read, all, deliveries] = await Promise.all([call("GET", path), healthById(), readDeliveries()]);
    endpoint = read.json;
    version = read.version;
    health = all.get(id);
    show(title, h("div", {},
      h("a", { href: "#/", class: "back" }, `← ${t.back}`),
      h("h1", { class: "url" }, endpoint.url),
      h("p", {}, badge(stateOf(endpoint, health)), " ",
        endpoint.disabledReason && h("span", { class: "muted" }, t.disabledReason[endpoint.disabledReason]))));
    show(actions, buttons().map(([name, , kind]) => h("button", { type: "button", class: `button ${kind ?? ""}` }, name)),
      h("label", { class: "check watch" }, h("input", { type: "checkbox", checked: health?.watched }), h("span", {}, t.watch)));
    buttons().forEach(([, act], index) => { actions.children[index].onclick = () => attempt(act); });
    actions.querySelector("input").onchange = (event) => attempt(() => watch(event.target.checked));
    show(facts, subscriptionFacts(), healthFacts());
    show(rows, deliveries.items.length ? deliveryTable(deliveries.items) : h("p", { class: "muted" }, t.noDeliveries),
      deliveries.next && h("p", {}, h("button", { type: "button", class: "button", id: "more" }, t.more)));
    const more = rows.querySelector("#more");
    if (more) more.onclick = () => { pages++; load(); };
  }

  async function readDeliveries() {
    const items = [];
    let next = null;
    for (let page = 0; page < pages; page++) {
      const query = new URLSearchParams({ endpoint: id, limit: 20 });
      if (filter.value) query.set("status", filter.value);
      if (next) query.set("after", next);
      const { json } = await call("GET", `/webhooks/deliveries?${query}`);
      items.push(...json.items);
      next = json.next;
      if (!next) break;
    }
    return { items, next };
  }

  /** What can be done now: name, deed, looks. */
  function buttons() {
    return [
      endpoint.status !== "PENDING" && [t.test, test, "primary"],
      endpoint.status === "ACTIVE" ? [t.pause, pause] : [t.resume, resume, "primary"],
      [t.replay, replay],
      [t.rotate, rotate],
      [t.edit, edit],
      [t.remove, remove, "danger"],
    ].filter(Boolean);
  }

  function subscriptionFacts() {
    return h("section", { class: "card" }, h("h2", {}, t.subscription), h("dl", {},
      fact(t.eventTypes, endpoint.eventTypes.map((type) => h("code", { class: "tag" }, shortType(type)))),
      fact(t.services, endpoint.services.length ? endpoint.services.map((one) => h("code", { class: "tag" }, one)) : t.all),
      endpoint.subjects.length > 0 && fact(t.subjects, String(endpoint.subjects.length)),
      fact(t.ordered, endpoint.ordered ? t.yes : t.no),
      endpoint.description && fact(t.description, endpoint.description),
      fact(t.owner, h("code", {}, endpoint.owner)),
      fact(t.created, time(endpoint.createdAt))));
  }

  function healthFacts() {
    const answered = (health?.recent ?? []).map((one) => one.durationMs).sort((a, b) => a - b);
    return h("section", { class: "card" }, h("h2", {}, t.health), h("dl", {},
      fact(t.recent, recentBars(health)),
      fact(t.waiting, waiting(health)),
      fact(t.failuresInRow, String(health?.failures ?? 0)),
      health?.failingSince && fact(t.failingSince, `${time(health.failingSince)} (${distance(health.failingSince)})`),
      health?.nextProbeAt && fact(t.nextProbe, distance(health.nextProbeAt)),
      answered.length > 0 && fact(t.median, t.ms(answered[Math.floor(answered.length / 2)])),
      endpoint.challengeOutcome && fact(t.challenge, h("code", {}, endpoint.challengeOutcome))));
  }

  async function attempt(act) {
    try {
      await act();
    } catch (refused) {
      notice(refused.message, true);
    }
    if (document.body.contains(title)) await load().catch(() => {});
  }

  async function test() {
    const { json } = await call("POST", `${path}/test`);
    if (json.delivered) notice(t.testGood(json.statusCode, json.durationMs));
    else notice(t.testBad(json.statusCode ?? t.failure[json.failure] ?? json.failure, json.durationMs), true);
  }

  async function pause() {
    await call("POST", `${path}/pause`);
    notice(t.paused);
  }

  async function resume() {
    const resumed = await ask({ title: t.resume, text: t.resumeText, confirm: t.resume, cancel: t.cancel,
      fields: [moment("recoverFrom", t.recoverFrom)],
      submit: async (values) => (await call("POST", `${path}/resumption`, { body: { recoverFrom: instant(values, "recoverFrom") } })).json });
    if (resumed) notice(resumed.recovered === undefined ? t.resumed : t.recovered(resumed.recovered));
  }

  async function replay() {
    const replayed = await ask({ title: t.replay, text: t.replayText, confirm: t.replay, cancel: t.cancel,
      fields: [moment("from", t.from, Date.now() - 86_400_000), moment("to", t.to, Date.now() + 60_000)],
      submit: async (values) => (await call("POST", `${path}/replays`,
        { body: { from: instant(values, "from"), to: instant(values, "to") } })).json });
    if (replayed) notice(t.replayed(replayed.events));
  }

  async function rotate() {
    const rotated = await ask({ title: t.rotate, text: t.rotateText, confirm: t.rotate, cancel: t.cancel, fields: [
      h("label", { class: "field" }, t.overlap,
        h("input", { name: "hours", type: "number", min: 0, max: 168, value: "24", inputmode: "numeric" }))],
    submit: async (values) => (await call("POST", `${path}/secret-rotation`,
      { body: { overlapHours: Number(values.get("hours")) } })).json });
    if (rotated) await showSecret(rotated.secret, t.previousUntil(time(rotated.previousExpiresAt)));
  }

  async function edit() {
    // The version that was read when the dialog opened: whoever changed the endpoint meanwhile is not overwritten.
    const seen = version;
    const saved = await ask({ title: t.edit, fields: await subscriptionFields(endpoint), confirm: t.save, cancel: t.cancel,
      submit: (values) => call("PATCH", path, { body: subscriptionOf(values), version: seen }) });
    if (saved) notice(t.changed);
  }

  async function remove() {
    const values = await ask({ title: t.remove, text: t.removeText, confirm: t.remove, cancel: t.cancel, danger: true });
    if (!values) return;
    await call("DELETE", path);
    notice(t.removed);
    location.hash = "#/";
  }

  async function watch(wanted) {
    await call(wanted ? "PUT" : "DELETE", `${path}/watch`);
    notice(wanted ? t.watched : t.unwatched);
  }

  return {
    async open() {
      await load();
      return [title, actions, facts, h("section", { class: "deliveries" },
        h("div", { class: "head" }, h("h2", {}, t.deliveries),
          h("label", { class: "filter" }, h("span", {}, t.filter), filter)), rows)];
    },
    refresh: load,
  };
}

export function fact(name, value) {
  return [h("dt", {}, name), h("dd", {}, value)];
}

function moment(name, label, at) {
  const local = at && new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return h("label", { class: "field" }, label, h("input", { name, type: "datetime-local", value: local ?? "" }));
}

/** A field of a form as a moment; undefined when it is empty. */
function instant(values, name) {
  return values.get(name) ? new Date(values.get(name)).toISOString() : undefined;
}

function deliveryTable(deliveries) {
  return h("table", { class: "cards" },
    h("thead", {}, h("tr", {},
      [t.event, t.filter, t.attempts, t.occurred].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, deliveries.map((delivery) => h("tr", {},
      h("td", { "data-name": t.event }, h("a", { href: `#/deliveries/${delivery.id}` }, shortType(delivery.eventType)),
        h("div", { class: "muted id" }, delivery.eventId)),
      h("td", { "data-name": t.filter }, statusBadge(delivery.status),
        delivery.nextAttemptAt && Date.parse(delivery.nextAttemptAt) > Date.now()
          && h("div", { class: "muted" }, distance(delivery.nextAttemptAt))),
      h("td", { "data-name": t.attempts, class: "number" }, String(delivery.attemptCount)),
      h("td", { "data-name": t.occurred }, h("time", { datetime: delivery.occurredAt }, time(delivery.occurredAt)))))));
}

export function statusBadge(status) {
  return h("span", { class: `badge ${status.toLowerCase()}` }, t.status[status] ?? status);
}
