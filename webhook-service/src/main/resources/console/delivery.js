import { call } from "./api.js";
import { copyButton, h, notice, show } from "./dom.js";
import { fact, statusBadge } from "./endpoint.js";
import { shortType } from "./endpoints.js";
import { holds, keyOf, sign, signedContent } from "./signature.js";
import { distance, outcome, t, time } from "./texts.js";

/** One delivery: its attempts, the message to the letter, and its signature step by step. */
export function deliveryView(id) {
  const path = `/webhooks/deliveries/${id}`;
  const title = h("div", { class: "head" });
  const facts = h("section", { class: "card" });
  const attempts = h("section", { class: "card" });
  let steps;

  async function load() {
    const { json } = await call("GET", path);
    show(title, h("div", {},
      h("a", { href: `#/endpoints/${json.endpointId}`, class: "back" }, `← ${t.deliveries}`),
      h("h1", {}, shortType(json.eventType)),
      h("p", {}, statusBadge(json.status))),
    h("button", { type: "button", class: "button primary", id: "redeliver" }, t.redeliver));
    title.querySelector("#redeliver").onclick = redeliver;
    show(facts, h("h2", {}, t.delivery), h("dl", {},
      fact("webhook-id", h("code", { class: "id" }, json.eventId)),
      fact(t.occurred, time(json.occurredAt)),
      Date.parse(json.nextAttemptAt) > Date.now() && fact(t.next, `${time(json.nextAttemptAt)} (${distance(json.nextAttemptAt)})`)));
    show(attempts, h("h2", {}, t.attempts), attemptTable(json.attempts));
    steps?.attempts(json.attempts);
    return json;
  }

  async function redeliver() {
    try {
      await call("POST", `${path}/redelivery`);
      notice(t.redelivered);
      await load();
    } catch (refused) {
      notice(refused.message, true);
    }
  }

  return {
    async open() {
      const [delivery, { json: message }] = await Promise.all([load(), call("GET", `${path}/message`)]);
      steps = signatureSteps(message, delivery.attempts);
      return [title, h("div", { class: "columns" }, facts, attempts), body(message), steps.section];
    },
    refresh: load,
  };
}

function attemptTable(attempts) {
  if (!attempts.length) return h("p", { class: "muted" }, t.noAttempts);
  return h("table", { class: "cards" },
    h("thead", {}, h("tr", {},
      [t.attempt, t.at, t.answer, t.took, t.responseStart].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, attempts.map((attempt) => h("tr", {},
      h("td", { "data-name": t.attempt, class: "number" }, String(attempt.number)),
      h("td", { "data-name": t.at }, h("time", { datetime: attempt.startedAt }, time(attempt.startedAt))),
      h("td", { "data-name": t.answer },
        h("span", { class: attempt.statusCode >= 200 && attempt.statusCode < 300 ? "badge delivered" : "badge exhausted" },
          outcome(attempt))),
      h("td", { "data-name": t.took, class: "number" }, t.ms(attempt.durationMs)),
      h("td", { "data-name": t.responseStart, class: "start" }, attempt.responseStart || "–")))));
}

function body(message) {
  return h("section", { class: "card" },
    h("div", { class: "head" }, h("h2", {}, t.message), copyButton(t.copy, t.copied, () => message.body)),
    h("p", { class: "muted" }, t.messageText),
    h("pre", { tabindex: "0", role: "region", "aria-label": t.message }, h("code", {}, message.body)));
}

/** The four steps that a receiver takes, with the real values; the secret stays in its field. */
function signatureSteps(message, attempts) {
  const which = h("select", { id: "which", onchange: content });
  const id = h("code", { class: "id" }, message.webhookId);
  const seconds = h("code", { id: "seconds" });
  const joined = h("code", { id: "content" });
  const secret = h("input", { id: "secret-field", type: "password", autocomplete: "off", spellcheck: "false",
    placeholder: "whsec_…", "aria-describedby": "secret-problem", oninput: forget });
  const problem = h("small", { id: "secret-problem", class: "problem" });
  const result = h("output", { id: "signature", for: "secret-field" });
  const received = h("input", { id: "received", type: "text", autocomplete: "off", spellcheck: "false",
    placeholder: "v1,…", oninput: compare });
  const verdict = h("p", { id: "verdict", role: "status" });
  let known = 0;

  function fill(list) {
    if (list.length === known) return;
    known = list.length;
    const chosen = which.value;
    which.replaceChildren(...list.map((one) =>
      h("option", { value: Math.floor(Date.parse(one.startedAt) / 1000) }, `${one.number} · ${time(one.startedAt)}`)));
    if (chosen) which.value = chosen;
    else which.selectedIndex = list.length - 1;
    content();
  }

  function content() {
    seconds.textContent = which.value || "–";
    joined.textContent = which.value ? signedContent(message.webhookId, which.value, message.body) : "–";
    forget();
  }

  function forget() {
    result.textContent = "";
    problem.textContent = "";
    verdict.textContent = "";
  }

  async function compute(event) {
    event.preventDefault();
    forget();
    try {
      keyOf(secret.value);
    } catch {
      problem.textContent = t.secretBad;
      secret.focus();
      return;
    }
    result.textContent = await sign(secret.value, joined.textContent);
    compare();
  }

  function compare() {
    const both = result.textContent && received.value.trim();
    const right = both && holds(received.value, result.textContent);
    verdict.textContent = both ? (right ? t.holds : t.differs) : "";
    verdict.className = right ? "verdict good" : "verdict bad";
  }

  fill(attempts);
  const section = h("section", { class: "card steps" }, h("h2", {}, t.verify), h("p", { class: "muted" }, t.verifyIntro),
    h("ol", {},
      h("li", {}, h("h3", {}, t.step1), h("p", {}, t.step1Text),
        h("dl", {}, fact("webhook-id", id), fact("webhook-timestamp", seconds)),
        h("label", { class: "field" }, t.whichAttempt, which)),
      h("li", {}, h("h3", {}, t.step2), h("p", {}, t.step2Text), h("pre", { tabindex: "0", role: "region", "aria-label": t.step2 }, joined)),
      h("li", {}, h("h3", {}, t.step3), h("p", {}, t.step3Text),
        h("form", { onsubmit: compute },
          h("label", { class: "field" }, t.secret, secret), problem,
          h("button", { type: "submit", class: "button primary", id: "compute" }, t.compute)),
        h("dl", {}, fact(t.result, result))),
      h("li", {}, h("h3", {}, t.step4), h("p", {}, t.step4Text),
        h("label", { class: "field" }, t.received, received), verdict)));
  return { section, attempts: fill };
}
