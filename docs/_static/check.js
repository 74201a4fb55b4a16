// The page "Check a return": loads Python and the library, draws what check.py asks, and shows what it answers.

const RUNTIME = new URL("runtime/", import.meta.url);
const KEPT = "asc_mandate: check a return";
const YES_NO = [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }];
const UNKNOWN = { value: "", label: "I do not know" };
const BLANK = { value: "", label: "Leave blank" };
const find = (selector, within = document) => within.querySelector(selector);
const page = find("#check");
const [form, facts] = page.querySelectorAll("form");
const loading = find("#loading");
let library;
let hasChecked = false;

/** Make an element; what is undefined or false is left out. */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter(Boolean));
  return made;
}

// What stands in the forms

/** Everything that was entered. A day that is not complete has no text, and is no blank. */
function entered() {
  const broken = [...form.querySelectorAll("input:invalid")].map(({ name }) => [name, "?"]);
  return [...new FormData(form), ...broken, ...new FormData(facts)];
}

/** Ask the library. What it refuses is said beside the inputs, and there is neither an answer nor a report. */
function ask(name) {
  const { refused, ...answer } = JSON.parse(library[name](JSON.stringify(entered())));
  if (!refused) return answer;
  find("#report").hidden = true;
  const wrong = Object.entries(refused).map(([place, messages]) => [place, { wrong: true, messages }]);
  return say(Object.fromEntries(wrong));
}

/** Put entries back into the inputs that there are. */
function fill(entries) {
  for (const [name, value] of entries) {
    for (const input of page.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (["checkbox", "radio"].includes(input.type)) input.checked ||= input.value === value;
      else input.value = value;
      // A window that is too far from the day is not among those to choose from.
      if (input.selectedIndex < 0) input.selectedIndex = 0;
    }
  }
}

// Drawing

const choices = (type, name, options, chosen) => options.map(({ value, label }) => make(
  "label", { class: "choice" },
  make("input", { type, name, value, checked: value === chosen }), make("span", {}, label),
));

/** An item: its words, its help, what is said of it, and its inputs. A help that several share stands once. */
function item(asked, _place, items = []) {
  const { id, place = `values.${id}`, wording, type, parts = {}, blank = BLANK, help, unsure } = asked;
  const helped = items.find((other) => other.help && other.help === help);
  const hint = helped?.id === id && make("p", { class: "help", id: `help-${id}` }, help);
  const said = make("div", { class: "said", id: `said-${place}` });
  const about = { "aria-describedby": `${helped ? `help-${helped.id} ` : ""}said-${place}` };
  const inputmode = type === "integer" ? "numeric" : "decimal";
  const text = (name) => make("input", { id: name, name, inputmode, ...about });
  const units = Object.entries(parts).map(([unit, title]) => make("label", {}, title, text(`${place}.${unit}`)));
  const inputs = {
    boolean: () => make("div", { class: "choices" }, choices("radio", place, [...YES_NO, blank], "")),
    array: () => [
      make("p", { class: "help" }, "One on each line."),
      make("textarea", { id: place, name: place, rows: 3, ...about }),
      ...choices("checkbox", `none.${id}`, [{ value: "none", label: "None" }]),
    ],
    object: () => make("div", { class: "parts" }, units),
    date: () => make("input", { type, id: place, name: place, ...about }),
  }[type]?.() ?? text(place);
  const known = unsure && choices("checkbox", "not_known", [{ ...UNKNOWN, value: id }]);
  const isGroup = ["boolean", "object"].includes(type);
  const label = make(isGroup ? "div" : "label", isGroup ? { id: `of-${id}`, class: "label" } : { for: place }, wording);
  const role = isGroup && { role: "group", "aria-labelledby": `of-${id}`, ...about };
  const kind = type === "date" ? "item saved" : "item";
  return make("div", { class: kind, "data-place": place, ...role }, label, hint, said, inputs, known);
}

function section({ id, name, unsure, groups }) {
  const question = "Does Capacity Tracker show these questions?";
  const shown = unsure && item({ id: "shown", place: "shown", wording: question, type: "boolean", blank: UNKNOWN });
  const drawn = groups.map(({ asked, reason, items }) => {
    const why = reason && make(asked ? "p" : "summary", { class: "reason" }, reason);
    return make(asked ? "div" : "details", {}, why, items.map(item));
  });
  const saved = item({ id, place: `saved.${id}`, wording: "Saved on", type: "date" });
  return make("fieldset", { class: "section" }, make("legend", {}, name), shown, drawn, saved);
}

/** Say what is wrong beside each input, and nothing beside the others. */
function say(beside) {
  for (const about of page.querySelectorAll("[data-place]")) {
    const { wrong = false, messages = [] } = beside[about.dataset.place] ?? {};
    about.classList.toggle("wrong", wrong);
    find(".said", about).replaceChildren(...messages.map((message) => make("p", {}, message)));
    for (const input of about.querySelectorAll("input:not([type=checkbox]), select, textarea")) {
      input.setAttribute("aria-invalid", wrong);
    }
    if (wrong) about.closest("details")?.setAttribute("open", "");
  }
}

/** Draw the form anew for its service, day and window, with what was entered. */
function draw() {
  const asked = ask("ask");
  if (!asked) return;
  const before = entered();
  const focused = document.activeElement;
  const { name, value } = focused;
  find("#window").replaceChildren(...asked.windows.map((window) => new Option(window.label, window.value)));
  find("#checklist").textContent = asked.checklist;
  find("#sections").replaceChildren(...asked.sections.map(section));
  fill(before);
  if (!focused.isConnected) find(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.focus();
  if (hasChecked) check();
  else say({});
}

function show(where, { html, text, outcome = "" }) {
  where.hidden = false;
  const shown = find(".shown", where);
  shown.innerHTML = html;
  shown.dataset.outcome = outcome;
  find("[role=status]", where).textContent = find("p + p", shown).textContent;
  find(".text", where).textContent = text;
}

function check() {
  const checked = ask("check");
  if (!checked) return false;
  say(checked.beside);
  show(find("#report"), checked);
  return true;
}

function assess() {
  const assessed = ask("assess");
  find("#penalty").hidden = !assessed;
  if (!assessed) return;
  const before = [...new FormData(facts)];
  const missed = find("#missed");
  if (missed.textContent !== assessed.windows.map(({ label }) => label).join("")) {
    missed.replaceChildren(...choices("checkbox", "missed", assessed.windows));
    fill(before);
  }
  find("#public_body").textContent = assessed.public_body;
  show(find("#penalty"), assessed);
}

// What the person does

form.addEventListener("change", ({ target }) => {
  if (["service", "on", "window", "shown"].includes(target.name)) draw();
  else if (hasChecked) check();
  if (["on", "location_id"].includes(target.name)) assess();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  hasChecked = true;
  if (check()) find("#report-heading").focus();
  else find(".wrong input, .wrong select")?.focus();
});

facts.addEventListener("change", assess);

page.addEventListener("click", async ({ target }) => {
  const part = target.closest("section");
  if (target.dataset.do) find("details", part).open = true;
  if (target.dataset.do === "copy") {
    const text = find(".text", part);
    getSelection().selectAllChildren(text);
    // Only where the page is served safely; elsewhere the text is chosen, to be copied by hand.
    await navigator.clipboard?.writeText(text.textContent);
  } else if (target.dataset.do === "print") {
    part.classList.add("printed");
    window.print();
    part.classList.remove("printed");
  }
});

/** What was kept on this device; nothing where the browser keeps nothing. */
function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

/** Keep entries on this device, or forget them, and say so, or that the browser keeps nothing. */
function keep(entries) {
  try {
    if (entries) localStorage.setItem(KEPT, JSON.stringify(entries));
    else localStorage.removeItem(KEPT);
    find("#kept").textContent = entries ? "Kept in this browser, on this device, as it stands now." : "Forgotten.";
    find("#forget").hidden = !entries;
  } catch {
    find("#kept").textContent = "This browser keeps nothing.";
    // What was kept before stays.
    find("#forget").hidden = !stored().length;
  }
}

find("#keep").addEventListener("click", () => keep(entered()));
find("#forget").addEventListener("click", () => keep(null));

// Loading

/** Fetch while counting: the bytes that have come are shown against those that are due. */
function counted(files, fetch) {
  const sizes = Object.values(files);
  const due = sizes.reduce((sum, size) => sum + size, 0);
  const all = `Loading Python and the library, ${Math.round(due / 1e6)} MB`;
  const bar = find("#loaded");
  let come = 0;
  const tell = () => { loading.textContent = `${all}: ${come} of ${sizes.length} files.`; };
  Object.assign(bar, { hidden: false, max: due, value: 0 });
  tell();
  return async (...request) => {
    const answer = await fetch(...request);
    if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
    // A copy is counted, because browsers keep what they compiled of an answer only with the answer itself.
    answer.clone().body.pipeTo(new WritableStream({
      write(chunk) { bar.value += chunk.byteLength; },
      close() {
        come += 1;
        if (!library) tell();
      },
    }));
    return answer;
  };
}

async function load() {
  const plain = globalThis.fetch;
  const { sizes } = await (await plain(new URL("files.json", RUNTIME))).json();
  // Pyodide fetches by itself, so it is given this for as long as it loads.
  globalThis.fetch = counted(sizes, plain);
  try {
    const { loadPyodide } = await import(new URL("pyodide.mjs", RUNTIME));
    const [python, packages] = await Promise.all([
      loadPyodide({ indexURL: RUNTIME.href }),
      fetch(new URL("packages.zip", RUNTIME)).then((answer) => answer.arrayBuffer()),
    ]);
    loading.textContent = "Starting the library.";
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    python.unpackArchive(packages, "zip", { extractDir: "/packages" });
    python.runPython("import sys; sys.path.append('/packages')");
    return python.pyimport("check");
  } finally {
    globalThis.fetch = plain;
    find("#loaded").hidden = true;
  }
}

async function start() {
  if (typeof WebAssembly !== "object") {
    loading.textContent = "This browser has no WebAssembly, which the library needs to run in a page.";
    return;
  }
  try {
    library = await load();
  } catch (error) {
    loading.textContent = `The library could not be loaded: ${error.message}`;
    return;
  }
  loading.textContent = "";
  // The day in London, where the windows are.
  find("#on").value = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  const { services } = ask("ask");
  find("#services").append(...choices("radio", "service", services, services[0].value));
  const bodies = [...YES_NO, { value: "partly", label: "In part" }, UNKNOWN];
  find("#bodies").append(...choices("radio", "public_body", bodies, ""));
  const kept = stored();
  for (const step of [draw, draw, assess, assess]) {
    fill(kept);
    step();
  }
  find("#forget").hidden = !kept.length;
  form.hidden = false;
}

start();
