// The page "Check a return": loads Python and the library, draws what check.py asks, and shows what it answers.

const RUNTIME = new URL("runtime/", import.meta.url);
const KEPT = "asc_mandate: check a return";
const YES_NO = { yes: "Yes", no: "No" };
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

const ask = (name) => JSON.parse(library[name](JSON.stringify(entered())));

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

const choice = (type, name, value, label, checked = false) => (
  make("label", { class: "choice" }, make("input", { type, name, value, checked }), make("span", {}, label))
);

const radios = (name, choices, chosen) => (
  Object.entries(choices).map(([value, label]) => choice("radio", name, value, label, value === chosen))
);

/** An item: its words, its help, what is said of it, and its inputs. A help that several share stands once. */
function item({ id, wording, type, parts, help, unsure }, _place, items) {
  const place = `values.${id}`;
  const helped = items.find((other) => other.help && other.help === help);
  const hint = helped?.id === id && make("p", { class: "help", id: `help-${id}` }, help);
  const said = make("div", { class: "said", id: `said-${place}` });
  const about = { "aria-describedby": `${helped ? `help-${helped.id} ` : ""}said-${place}` };
  const inputmode = type === "integer" ? "numeric" : "decimal";
  const text = (name) => make("input", { id: name, name, inputmode, ...about });
  const inputs = {
    boolean: () => make("div", { class: "choices" }, radios(place, { ...YES_NO, "": "Leave blank" }, "")),
    array: () => [
      make("p", { class: "help" }, "One on each line."),
      make("textarea", { id: place, name: place, rows: 3, ...about }),
      choice("checkbox", `none.${id}`, "none", "None"),
    ],
    object: () => make("div", { class: "parts" }, Object.entries(parts).map(([unit, title]) => (
      make("label", {}, title, text(`${place}.${unit}`))
    ))),
  }[type]?.() ?? text(place);
  const known = unsure && choice("checkbox", "not_known", id, "I do not know");
  const isGroup = ["boolean", "object"].includes(type);
  return make(
    "div", { class: "item", "data-place": place, ...(isGroup && { role: "group", "aria-labelledby": `of-${id}`, ...about }) },
    make(isGroup ? "div" : "label", isGroup ? { id: `of-${id}`, class: "label" } : { for: place }, wording),
    hint, said, inputs, known,
  );
}

function group({ asked, reason, items }) {
  const why = reason && make(asked ? "p" : "summary", { class: "reason" }, reason);
  return make(asked ? "div" : "details", {}, why, items.map(item));
}

function section({ id, name, unsure, groups }) {
  const place = `saved.${id}`;
  const shown = unsure && make(
    "div", { class: "item", role: "group", "aria-labelledby": "of-shown" },
    make("div", { id: "of-shown", class: "label" }, "Does Capacity Tracker show these questions?"),
    make("div", { class: "choices" }, radios("shown", { ...YES_NO, "": "I do not know" }, "")),
  );
  return make(
    "fieldset", { class: "section" }, make("legend", {}, name), shown, groups.map(group),
    make(
      "div", { class: "item saved", "data-place": place },
      make("label", { for: place }, "Saved on"), make("div", { class: "said", id: `said-${place}` }),
      make("input", { type: "date", id: place, name: place, "aria-describedby": `said-${place}` }),
    ),
  );
}

/** Say what is wrong beside each input, and nothing beside the others. */
function say(beside) {
  for (const about of page.querySelectorAll("[data-place]")) {
    const { wrong = false, messages = [] } = beside[about.dataset.place] ?? {};
    about.classList.toggle("wrong", wrong);
    find(".said", about).replaceChildren(...messages.map((message) => make("p", {}, message)));
    for (const input of about.querySelectorAll("input:not([type=checkbox]), select, textarea")) {
      input.toggleAttribute("aria-invalid", false);
      if (wrong) input.setAttribute("aria-invalid", "true");
    }
    if (wrong) about.closest("details")?.setAttribute("open", "");
  }
}

const refuse = (refused) => say(Object.fromEntries(
  Object.entries(refused).map(([place, messages]) => [place, { wrong: true, messages }]),
));

/** Draw the form anew for its service, day and window, with what was entered. */
function draw() {
  const asked = ask("ask");
  if (asked.refused) {
    find("#report").hidden = true;
    return refuse(asked.refused);
  }
  const before = entered();
  const focused = document.activeElement;
  const { name, value } = focused;
  if (!find("#services").hasChildNodes()) {
    const services = Object.fromEntries(asked.services.map((service) => [service.value, service.label]));
    find("#services").append(...radios("service", services, asked.services[0].value));
  }
  find("#window").replaceChildren(...asked.windows.map((window) => new Option(window.label, window.value)));
  find("#checklist").textContent = asked.checklist;
  find("#sections").replaceChildren(...asked.sections.map(section));
  fill(before);
  if (!focused.isConnected) find(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.focus();
  return hasChecked ? check() : say({});
}

function show(where, { html, text, outcome = "" }) {
  const shown = find(".shown", where);
  shown.innerHTML = html;
  shown.dataset.outcome = outcome;
  find("[role=status]", where).textContent = find("p + p", shown).textContent;
  find(".text", where).textContent = text;
}

function check() {
  const checked = ask("check");
  const report = find("#report");
  report.hidden = Boolean(checked.refused);
  if (checked.refused) return refuse(checked.refused);
  say(checked.beside);
  show(report, checked);
  return checked;
}

function assess() {
  const assessed = ask("assess");
  const penalty = find("#penalty");
  penalty.hidden = Boolean(assessed.refused);
  if (assessed.refused) return;
  const before = [...new FormData(facts)];
  const boxes = assessed.windows.map(({ value, label }) => choice("checkbox", "missed", value, label));
  if (find("#missed").textContent !== assessed.windows.map(({ label }) => label).join("")) {
    find("#missed").replaceChildren(...boxes);
    fill(before);
  }
  find("#public_body").textContent = assessed.public_body;
  show(penalty, assessed);
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
  if (target.dataset.do === "copy") {
    const text = find(".text", part);
    text.closest("details").open = true;
    getSelection().selectAllChildren(text);
    // Only where the page is served safely; elsewhere the text is chosen, to be copied by hand.
    await navigator.clipboard?.writeText(text.textContent);
  } else if (target.dataset.do === "print") {
    part.classList.add("printed");
    find("details", part).open = true;
    window.print();
    part.classList.remove("printed");
  }
});

const isKept = (kept, words) => {
  find("#forget").hidden = !kept;
  find("#kept").textContent = words;
};

/** What was kept on this device; nothing where the browser keeps nothing. */
function stored() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Do something with what the browser keeps, and say so, or that it keeps nothing. */
function keeping(act, kept, words) {
  try {
    act();
    isKept(kept, words);
  } catch {
    isKept(false, "This browser keeps nothing.");
  }
}

find("#keep").addEventListener("click", () => keeping(
  () => localStorage.setItem(KEPT, JSON.stringify(entered())),
  true, "Kept in this browser, on this device, as it stands now.",
));

find("#forget").addEventListener("click", () => keeping(() => localStorage.removeItem(KEPT), false, "Forgotten."));

// Loading

/** Fetch while counting: the bytes that have come are shown against those that are due. */
function counted(files, fetch) {
  const due = Object.values(files).reduce((sum, size) => sum + size, 0);
  const bar = find("#loaded");
  let come = 0;
  const tell = () => {
    const size = `${Math.round(due / 1e6)} MB`;
    loading.textContent = `Loading Python and the library, ${size}: ${come} of ${Object.keys(files).length} files.`;
  };
  Object.assign(bar, { hidden: false, max: due, value: 0 });
  tell();
  return async (...request) => {
    const answer = await fetch(...request);
    if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
    // A copy is counted, because browsers keep what they compiled of an answer only with the answer itself.
    const count = new WritableStream({ write(chunk) { bar.value += chunk.byteLength; } });
    answer.clone().body.pipeTo(count).then(() => {
      come += 1;
      if (!library) tell();
    });
    return answer;
  };
}

async function load() {
  const plain = globalThis.fetch;
  const { sizes } = await (await plain(new URL("files.json", RUNTIME))).json();
  const fetch = counted(sizes, plain);
  // Pyodide fetches by itself, so it is given this for as long as it loads.
  globalThis.fetch = fetch;
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
  } finally {
    find("#loaded").hidden = true;
  }
  loading.textContent = "";
  // The day in London, where the windows are.
  find("#on").value = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  find("#bodies").append(...radios("public_body", { ...YES_NO, partly: "In part", "": "I do not know" }, ""));
  const kept = stored();
  for (const step of [draw, draw, assess, assess]) {
    fill(kept);
    step();
  }
  if (kept.length) isKept(true, "");
  form.hidden = false;
}

start();
