/** Makes elements. Text only ever becomes text nodes: nothing that a receiver answers can become markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

const shown = new WeakMap();

/** Puts new content in the place of the old, unless it would look the same: a live update must not steal the focus. */
export function show(place, ...children) {
  const fresh = document.createElement(place.tagName);
  append(fresh, children);
  if (fresh.innerHTML === shown.get(place)) return;
  shown.set(place, fresh.innerHTML);
  place.replaceChildren(...fresh.childNodes);
}

let notices = 0;

/** Says something in passing, to eyes and screen readers. */
export function notice(text, bad = false) {
  const place = document.getElementById("notices");
  const id = `notice-${++notices}`;
  place.append(h("p", { class: bad ? "notice bad" : "notice", id }, text));
  setTimeout(() => document.getElementById(id)?.remove(), bad ? 9000 : 5000);
}

/**
 * Asks in a dialog; resolves to the form's values, or to null when it is left. With `submit` the dialog stays open until
 * that has succeeded, shows its refusal beside what was typed, and resolves to its result.
 */
export function ask({ title, text, fields = [], confirm, cancel, danger, submit = async (values) => values }) {
  return new Promise((resolve) => {
    let result = null;
    const refusal = h("p", { class: "refusal", role: "alert" });
    const send = h("button", { type: "submit", class: danger ? "button danger" : "button primary" }, confirm);
    const form = h(
      "form", { novalidate: true },
      h("h2", { id: "dialog-title" }, title),
      text && h("p", {}, text),
      fields,
      refusal,
      h("div", { class: "actions" },
        send,
        cancel && h("button", { type: "button", class: "button", onclick: () => dialog.close() }, cancel)),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      refusal.textContent = "";
      send.disabled = true;
      try {
        result = await submit(new FormData(form));
        dialog.close();
      } catch (refused) {
        refusal.textContent = refused.message;
        refusal.scrollIntoView({ block: "nearest" });
      } finally {
        send.disabled = false;
      }
    });
    const dialog = h("dialog", { "aria-labelledby": "dialog-title" }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Copies, and says so. */
export function copyButton(label, done, text) {
  return h("button", {
    type: "button", class: "button small",
    onclick: async () => {
      await navigator.clipboard.writeText(text());
      notice(done);
    },
  }, label);
}
