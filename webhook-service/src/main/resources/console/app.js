import { actFor, organisations } from "./api.js";
import { append, h, show } from "./dom.js";
import { deliveryView } from "./delivery.js";
import { endpointView } from "./endpoint.js";
import { endpointsView } from "./endpoints.js";
import { logIn, logOut, person, redirect } from "./login.js";
import { startLanguage, switchLanguage, t } from "./texts.js";

const REFRESH = 3000;
const content = document.getElementById("content");

let orgs = [];
let org;
let view;

/** `#/`, `#/endpoints/<id>`, `#/deliveries/<id>`: ids only, which mean nothing to whoever may not read them. */
function route() {
  const [, kind, id] = location.hash.split("/");
  if (kind === "endpoints" && id) return endpointView(id);
  if (kind === "deliveries" && id) return deliveryView(id);
  return endpointsView();
}

async function open() {
  view = undefined;
  const opened = route();
  view = opened;
  content.replaceChildren(h("p", { class: "loading", "aria-busy": "true" }, "…"));
  content.focus({ preventScroll: true });
  try {
    const shown = await opened.open();
    if (view === opened) content.replaceChildren(...[shown].flat());
  } catch (refused) {
    if (view === opened) content.replaceChildren(message(t.failed, refused.status === 404 ? t.gone : refused.message));
  }
}

/**
 * A light poll, and only of a page that is looked at. EventSource cannot carry the Authorization header, a token has no
 * place in an address, and deliveries are made by any replica, so a stream of the server's would be a poll all the same.
 */
async function refresh() {
  const refreshed = view;
  if (refreshed?.refresh && document.visibilityState === "visible" && !document.querySelector("dialog")) {
    try {
      await refreshed.refresh();
      document.body.classList.remove("offline");
    } catch (refused) {
      document.body.classList.add("offline");
    }
  }
  setTimeout(refresh, REFRESH);
}

function top(loggedIn) {
  document.getElementById("brand").textContent = t.brand;
  document.getElementById("product").textContent = t.product;
  document.getElementById("skip").textContent = t.skip;
  const who = document.getElementById("who");
  who.replaceChildren();
  append(who, [
    loggedIn && scope(),
    loggedIn && h("span", { class: "name" }, person().name),
    h("button", { type: "button", class: "link", id: "language", lang: t.otherLanguage === "English" ? "en" : "ru",
      onclick: () => { switchLanguage(); start(loggedIn); } }, t.otherLanguage),
    loggedIn && h("button", { type: "button", class: "link", onclick: logOut }, t.logOut),
  ]);
}

function scope() {
  if (!org) return h("span", { class: "scope" }, t.agency(person().agency));
  if (orgs.length === 1) return h("span", { class: "scope" }, org.name);
  return h("label", { class: "scope" }, h("span", { class: "hidden" }, t.chooseOrg),
    h("select", { onchange: (event) => { choose(event.target.value); location.hash = "#/"; start(true); } },
      orgs.map((one) => h("option", { value: one.id, selected: one === org }, one.name))));
}

function choose(id) {
  org = orgs.find((one) => one.id === id);
  actFor(org?.id);
}

function message(title, text, button) {
  return h("section", { class: "plain" }, h("h1", {}, title), h("p", {}, text), button);
}

function start(loggedIn) {
  top(loggedIn);
  if (!loggedIn) {
    show(content, "");
    content.replaceChildren(message(t.loggedOut, t.loggedOutText,
      h("button", { type: "button", class: "button primary", onclick: redirect }, t.logInAgain)));
  } else if (!person().engineer && !org) {
    content.replaceChildren(message(t.noAccess, t.noAccessText));
  } else {
    open();
  }
}

// The address after # says which view is shown: the link may not change it.
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  content.focus();
});

startLanguage();
top(false);
let loggedIn = false;
try {
  loggedIn = await logIn();
} catch (failure) {
  loggedIn = false;
}
if (loggedIn && !person().engineer) {
  // A refusal here means the same as an empty list: there is nobody to act for.
  orgs = await organisations().catch(() => []);
  choose(orgs[0]?.id);
}
start(loggedIn);
window.addEventListener("hashchange", () => start(loggedIn));
refresh();
