// The editor saves each section a moment after the last key. Without this script its buttons do all.
(() => {
  const form = document.querySelector("form[data-autosave]"), line = document.querySelector(".saved[data-saving]");
  if (!form || !line) return;
  const $ = (s, el = form) => el.querySelector(s), $$ = (s, el = form) => [...el.querySelectorAll(s)];
  const PAUSE = 1000, MOST_WAIT = 60000, SHELF = "foyer:" + form.dataset.device + ":";
  const NEVER = /^(csrfmiddlewaretoken|revisions?|choose)$|password/;
  const token = $("[name=csrfmiddlewaretoken]"), page = +$("[name=revision]").value;
  const dirty = new Set(), wrong = new Set(), revisions = new Map();
  const later = new Set(), ids = new Map(), told = new Map();
  let timer, busy = null, failures = 0, leaving = false, asked = false, pressing = false, out = false, returning = null, held = null;

  const part = el => el.closest?.("section.part[id]");
  // Biographies stand in a section of their own and belong to the credits.
  const keyOf = section => section && (section.id === "director" ? "credits" : section.id);
  const partsOf = key => ["credits" === key && "director", key].filter(Boolean).map(id => document.getElementById(id)).filter(Boolean);
  const controls = key => partsOf(key).flatMap(s => $$("input, select, textarea", s)).filter(c => c.name && !["file", "button", "submit"].includes(c.type) && !c.disabled);
  const sent = key => controls(key).filter(c => (c.type !== "checkbox" && c.type !== "radio") || c.checked);
  const hasFile = key => partsOf(key).some(s => $$("input[type=file]", s).some(i => i.files.length));
  const pairs = key => sent(key).map(c => [c.name, c.value]);
  const revision = key => revisions.get(key) ?? page;

  // ---- the line in the bar ----
  const time = at => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
  const say = (state, text) => {
    const words = text ?? line.dataset[state];
    if (line.dataset.state === state && $("span", line).textContent === words) return;
    // Read out when something goes wrong or is well again, not at each pause.
    const calm = ["saved", "saving"];
    line.setAttribute("aria-live", calm.includes(state) && calm.includes(line.dataset.state) ? "off" : "polite");
    line.dataset.state = state;
    $("span", line).textContent = words;
  };
  const sayNow = at => {
    if ([...dirty].some(key => !hasFile(key))) return;
    if (wrong.size) say([...wrong].some(k => $(".clash", partsOf(k)[0])) ? "clash" : "wrong");
    else if (dirty.size) say("file");
    else say("saved", `${line.dataset.saved} ${time(at ? new Date(at) : new Date())}`);
  };
  const signedOut = () => {
    say("left");
    const a = document.createElement("a");
    a.href = "/accounts/login/?next=" + encodeURIComponent(location.pathname);
    a.textContent = line.dataset.enter;
    a.addEventListener("click", () => { leaving = true; });
    $("span", line).append(" ", a);
    out = true;
  };
  addEventListener("focus", async () => { if (out) { out = false; if (await newToken()) flush(); } });

  // ---- what this device keeps ----
  const shelve = key => { try { localStorage.setItem(SHELF + key, JSON.stringify({ revision: revision(key), pairs: pairs(key).filter(([n]) => !NEVER.test(n)) })); } catch { /* no room, or not allowed */ } };
  const unshelve = key => { try { localStorage.removeItem(SHELF + key); } catch { /* not allowed */ } };
  const shelved = () => { try { return Object.keys(localStorage).filter(k => k.startsWith(SHELF)); } catch { return []; } };

  // ---- marking and sending ----
  const mark = key => { dirty.add(key); clearTimeout(timer); timer = setTimeout(flush, PAUSE); };
  const touch = e => {
    const c = e.target, key = keyOf(part(c));
    if (!key || !c.name || c.type === "file" || c.name.startsWith("choose-")) return;
    mark(key);
    clearTimeout(touch.shelf);
    touch.shelf = setTimeout(() => dirty.forEach(shelve), 300);
  };
  form.addEventListener("input", touch);
  form.addEventListener("change", e => { touch(e); if (e.target.type === "file") { const key = keyOf(part(e.target)); if (key) { dirty.add(key); say("file"); } } });
  form.addEventListener("focusout", e => { const key = keyOf(part(e.target)); if (key && dirty.has(key)) { clearTimeout(timer); timer = setTimeout(flush, 0); } setTimeout(() => { if (told.has(key)) errors(key, told.get(key)); refresh(); }, 0); });

  const flush = async () => {
    await flushOnce();
    if (held && !busy) { const { by } = held; held = null; form.requestSubmit(by); }
  };
  const flushOnce = async () => {
    clearTimeout(timer);
    if (busy || leaving || pressing || out || held) return;
    const key = [...dirty].find(k => !hasFile(k));
    if (!key) return;
    if (!navigator.onLine) { dirty.forEach(shelve); say("offline"); return; }
    say("saving");
    busy = key; dirty.delete(key); shelve(key);
    const snapshot = pairs(key), body = new URLSearchParams([["csrfmiddlewaretoken", token.value], ["revision", revision(key)], ...snapshot]);
    let answer = null;
    try {
      const response = await fetch(form.dataset.autosave.replace("KEY", key) + location.search, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
      if (response.type === "opaqueredirect") { busy = null; dirty.add(key); signedOut(); return; }
      if (response.status === 403 && !asked) { asked = true; if (await newToken()) { busy = null; dirty.add(key); return flush(); } }
      if (response.ok) answer = await response.json();
    } catch { /* the network is away: tried again below */ }
    busy = null;
    if (!answer || answer.state === "busy") return again(key);
    failures = 0; asked = false;
    take(key, answer, snapshot);
    if (dirty.size) timer = setTimeout(flush, 50);
  };
  const again = key => {
    dirty.add(key);
    shelve(key);
    say(navigator.onLine ? "failed" : "offline");
    timer = setTimeout(flush, Math.min(MOST_WAIT, 2000 * 2 ** failures++));
  };
  // After a new sign-in in another tab the form needs the token of the new session.
  const newToken = async () => {
    const response = await fetch(location.pathname, { redirect: "manual", credentials: "same-origin" });
    if (response.type === "opaqueredirect") { signedOut(); return false; }
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("#f [name=csrfmiddlewaretoken]");
    if (fresh) token.value = fresh.value;
    return !!fresh;
  };
  addEventListener("online", () => { failures = 0; flush(); });
  addEventListener("offline", () => { if (dirty.size || busy) say("offline"); });

  // ---- the answer ----
  const take = (key, answer, snapshot) => {
    if (answer.state === "saved") {
      revisions.set(key, answer.revision);
      for (const [prefix, id] of Object.entries(answer.ids)) { ids.set(prefix, id); name(prefix, id); }
      wrong.delete(key);
      partsOf(key).forEach(s => $$(".clashes", s).forEach(box => box.remove()));
      if (!dirty.has(key)) unshelve(key);
    } else wrong.add(key);
    if (answer.state === "clash") choose(key, answer);
    // What others have saved comes into fields that nobody has touched since.
    if (Object.keys(answer.taken).length) {
      const before = new Map(snapshot);
      for (const [name, texts] of Object.entries(answer.taken)) put(name, texts, before.get(name));
      if (answer.state === "saved") later.add(key);
    }
    told.set(key, answer.errors ?? []);
    errors(key, told.get(key));
    if (key === returning) { returning = null; if (answer.state !== "saved" && answer.kept) { leaving = true; location.reload(); } }
    beside(answer);
    sayNow(answer.at);
    refresh();
  };
  const name = (prefix, id) => { const field = form.elements[prefix + "-id"]; if (field && !field.value) field.value = id; };
  const put = (name, texts, was) => {
    for (const c of $$(`[name="${CSS.escape(name)}"]`)) {
      if (c.type === "radio" || c.type === "checkbox") c.checked = texts.includes(c.value);
      else if ((was === undefined || c.value === was) && (c.type !== "hidden" || name.endsWith("-DELETE"))) {
        const [from, to] = c === document.activeElement ? [c.selectionStart, c.selectionEnd] : [];
        c.value = texts[0] ?? "";
        if (from != null) c.setSelectionRange(from, to);
      }
    }
  };
  const choose = (key, answer) => {
    const section = partsOf(key).at(-1);
    if (choose.shown === answer.clash && $(".clashes", section)) return;
    choose.shown = answer.clash;
    $$(".clashes", section).forEach(box => box.remove());
    const box = document.createElement("div");
    box.className = "clashes";
    box.setAttribute("role", "alert");
    box.innerHTML = answer.clash;
    $(".part__head", section).after(box);
    box.querySelector("button[name=choose]").addEventListener("click", e => { e.preventDefault(); revisions.set(key, answer.revision); dirty.add(key); wrong.delete(key); clearTimeout(timer); flush(); });
  };
  const list = (id, texts) => { const ul = document.createElement("ul"); ul.className = "errorlist"; ul.id = id; ul.append(...texts.map(t => Object.assign(document.createElement("li"), { textContent: t }))); return ul; };
  const errors = (key, told) => {
    const by = new Map(told.map(e => [e.row ? e.id : `${e.id}_error`, e]));
    for (const section of partsOf(key)) for (const ul of $$("ul.errorlist[id]", section)) if (!by.has(ul.id)) {
      const field = ul.closest(".field");
      ul.remove();
      if (field) $$("[aria-invalid]", field).forEach(c => c.removeAttribute("aria-invalid"));
    }
    for (const [id, e] of by) {
      const old = document.getElementById(id);
      if (old) { if (old.textContent !== e.texts.join("")) old.replaceWith(list(id, e.texts)); continue; }
      const field = e.row ? form.elements[e.row + "-ORDER"]?.closest("fieldset") : (document.getElementById("div_" + e.id) ?? document.getElementById(e.id)?.closest(".field"));
      // Nobody is told off in the middle of a word.
      if (!field || field.contains(document.activeElement)) continue;
      if (e.row) { $("legend", field).after(list(id, e.texts)); continue; }
      const head = $(".help", field) ?? $("label, legend", field);
      head.after(list(id, e.texts));
      for (const c of $$("input:not([type=radio]):not([type=checkbox]), select, textarea", field)) { c.setAttribute("aria-invalid", "true"); const says = c.getAttribute("aria-describedby") ?? ""; if (!says.includes(id)) c.setAttribute("aria-describedby", `${says} ${id}`.trim()); }
    }
  };
  // The list of sections and the card: only what differs, and never under the focus.
  const beside = answer => {
    for (const [selector, html] of [[".editor__nav", answer.nav], [".editor__side", answer.side], [".wanted", answer.wanted ?? ""]]) {
      const old = document.querySelector(selector), fresh = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
      if (!old || !fresh) continue;
      const [was, is] = [old, fresh].map(el => el.matches(".editor__nav") ? [...el.querySelectorAll(".editor__all, li")] : [el.querySelector(".block") ?? el]);
      is.forEach((el, i) => { if (was[i] && was[i].outerHTML !== el.outerHTML && !was[i].contains(document.activeElement)) was[i].replaceWith(el); });
      if (selector === ".editor__nav") for (const li of is) { const a = li.querySelector("a"), small = a && document.querySelector(`${a.hash}-title small`); if (small && !a.matches(".st-bad")) small.textContent = a.querySelector(".count").textContent; }
    }
  };
  // Rows that somebody else added are put in when nobody writes in that section.
  const refresh = async () => {
    const key = [...later].find(k => !dirty.has(k) && busy !== k && !partsOf(k).some(s => s.contains(document.activeElement)));
    if (!key || refresh.running) return;
    refresh.running = true;
    try {
      const fresh = new DOMParser().parseFromString(await (await fetch(location.pathname, { credentials: "same-origin" })).text(), "text/html");
      if (!dirty.has(key)) for (const section of partsOf(key)) for (const rows of $$("[id^=rows-]", section)) {
        const el = fresh.getElementById(rows.id);
        if (el) { rows.replaceWith(el); window.htmx?.process(el); }
      }
      for (const prefix of ids.keys()) if (partsOf(key).some(s => $(`[id="rows-${prefix.replace(/-\d+$/, "")}"]`, s))) ids.delete(prefix);
      later.delete(key);
    } catch { /* another time */ }
    refresh.running = false;
  };

  // ---- buttons of rows: what they post is asked of the page, and saved after ----
  document.addEventListener("htmx:beforeRequest", e => { if (form.contains(e.target)) { pressing = true; clearTimeout(timer); } });
  document.addEventListener("htmx:afterRequest", () => { pressing = false; if (dirty.size) { clearTimeout(timer); timer = setTimeout(flush, PAUSE); } });
  document.addEventListener("htmx:afterSettle", e => {
    const key = keyOf(part(e.target)), verb = e.detail.requestConfig?.elt?.name;
    if (!key) return;
    // A row that was saved while the button was asked for keeps its id.
    ids.forEach((id, prefix) => name(prefix, id));
    if (["remove", "restore", "move"].includes(verb)) mark(key);
  });

  // ---- the Save button, and leaving ----
  form.addEventListener("submit", e => {
    // What is on its way comes first: this save goes on from the revision that it makes.
    if (busy) { e.preventDefault(); held = { by: e.submitter }; return; }
    let field = $("[name=revisions]");
    if (!field) form.append(field = Object.assign(document.createElement("input"), { type: "hidden", name: "revisions" }));
    field.value = [...revisions].map(([key, n]) => `${key}:${n}`).join(" ");
    dirty.forEach(shelve);
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener("pageshow", e => { if (e.persisted) leaving = false; });
  addEventListener("beforeunload", e => { if (!leaving && (dirty.size || busy)) { dirty.forEach(shelve); e.preventDefault(); } });
  addEventListener("pagehide", () => dirty.forEach(shelve));

  // ---- on arrival ----
  for (const pair of ($("[name=revisions]")?.value ?? "").split(" ")) { const [key, n] = pair.split(":"); if (n) { revisions.set(key, +n); wrong.add(key); } }
  const found = shelved(), put_in = document.getElementById("found");
  const differs = k => { const { pairs: kept } = JSON.parse(localStorage[k]), now = new Set(pairs(k.slice(SHELF.length)).map(String)); return kept.some(p => !now.has(String(p))); };
  const real = found.filter(k => { try { return differs(k); } catch { return false; } });
  found.filter(k => !real.includes(k)).forEach(k => localStorage.removeItem(k));
  if (real.length) {
    const notice = put_in.content.firstElementChild.cloneNode(true);
    notice.addEventListener("click", e => {
      const what = e.target.closest("button")?.value;
      if (!what) return;
      for (const k of real) {
        const key = k.slice(SHELF.length), kept = JSON.parse(localStorage[k]);
        if (what === "discard") { localStorage.removeItem(k); continue; }
        restore(key, kept);
      }
      notice.remove();
    });
    $("section.part").before(notice);
  }
  function restore(key, kept) {
    // Rows are found by their ids: since then others may have come before them.
    const renamed = new Map(), next = {};
    for (const [name, id] of kept.pairs) {
      const [, prefix, rows] = /^((.+)-\d+)-id$/.exec(name) ?? [];
      if (!prefix) continue;
      const here = id && $$(`[name^="${rows}-"][name$="-id"]`).find(c => c.value === id);
      next[rows] ??= +form.elements[rows + "-TOTAL_FORMS"]?.value || 0;
      renamed.set(prefix, here ? here.name.slice(0, -3) : `${rows}-${next[rows]++}`);
    }
    const by = new Map();
    for (const [name, value] of kept.pairs) {
      const prefix = /^.+?-\d+(?=-)/.exec(name)?.[0], now = renamed.has(prefix) ? renamed.get(prefix) + name.slice(prefix.length) : name;
      by.set(now, [...(by.get(now) ?? []), value]);
    }
    for (const c of controls(key)) {
      const values = by.get(c.name);
      if (NEVER.test(c.name) || c.type === "hidden") continue;
      if (c.type === "checkbox" || c.type === "radio") c.checked = !!values?.includes(c.value);
      else if (values) c.value = values[0];
    }
    const hidden = (name, value) => partsOf(key).at(-1).append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    for (const [name, values] of by) if (!form.elements[name] && !name.endsWith("_FORMS")) { values.forEach(value => hidden(name, value)); returning = key; }
    for (const [rows, total] of Object.entries(next)) form.elements[rows + "-TOTAL_FORMS"].value = total;
    if (returning === key) later.add(key);
    revisions.set(key, kept.revision);
    mark(key);
  }
})();
