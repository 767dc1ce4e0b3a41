// Names from long lists, and people: a text field becomes a combobox, several values become chips. The field keeps its name and the text
// that it would hold without this script; a word that is half typed joins it when the line is left, so that no half word is saved.
(() => {
  const words = document.currentScript.dataset, lists = {};
  const make = (tag, attrs = {}, ...inside) => { const el = document.createElement(tag); for (const [k, v] of Object.entries(attrs)) el.setAttribute(k, v); el.append(...inside); return el; };
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const list = make("ul", { id: "picker-list", role: "listbox", class: "picker__list", hidden: "" });
  const status = make("p", { role: "status", class: "sr" });
  document.body.append(list, status);
  const say = (word, text = "") => { status.textContent = (words[word] || "").replace("%s", text); };
  let open = null, options = [], active = -1, round = 0;

  const close = () => { round++; if (!open) return; list.hidden = true; open.setAttribute("aria-expanded", false); open.removeAttribute("aria-activedescendant"); open = null; options = []; active = -1; };
  const point = i => {
    active = i;
    [...list.children].forEach((o, n) => o.classList.toggle("is-active", n === i));
    const at = list.children[i];
    if (!at) return open.removeAttribute("aria-activedescendant");
    open.setAttribute("aria-activedescendant", at.id); at.scrollIntoView({ block: "nearest" });
  };
  const show = (input, found, chosen = []) => {
    if (!found.length) { close(); if (input.value.trim()) say("none"); return; }
    if (open !== input) { close(); (input.closest(".picker, .field") || input.parentNode).append(list); }
    open = input; options = found;
    list.setAttribute("aria-label", labelOf(input));
    input.many ? list.setAttribute("aria-multiselectable", true) : list.removeAttribute("aria-multiselectable");
    list.replaceChildren(...found.map((o, n) => {
      const row = make("li", { id: `picker-${n}`, role: "option", "aria-selected": chosen.includes(o.name) }, make("span", { dir: "auto" }, o.name));
      if (o.note) row.append(make("small", { dir: "auto" }, o.note));
      return row;
    }));
    list.hidden = false; input.setAttribute("aria-expanded", true); point(-1); list.scrollTop = 0; say("found", found.length);
  };
  const labelOf = input => (input.labels?.[0]?.firstChild?.textContent || input.getAttribute("aria-label") || "").trim();
  const tell = input => { input.mine = true; for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true })); input.mine = false; };

  // which names fit: whole names that begin with the word, then words inside, then anything
  const fits = (names, text) => {
    const word = fold(text);
    if (!word) return names.slice(0, 100);
    const rank = n => { const f = fold(n), at = f.indexOf(word); return at < 0 ? 9 : at === 0 ? 0 : /[\s(-]/.test(f[at - 1]) ? 1 : 2; };
    return names.map(n => [rank(n), n]).filter(([r]) => r < 9).sort((a, b) => a[0] - b[0]).slice(0, 12).map(([, n]) => n);
  };
  const namesOf = input => lists[input.source] ??= fetch(input.source).then(r => r.ok ? r.json() : []).catch(() => []);
  const suggest = async input => {
    const mine = ++round;
    if (input.people) {
      const text = input.value.trim();
      if (text.length < 2) return close();
      await new Promise(done => setTimeout(done, 200));
      if (mine !== round) return;
      const found = await fetch(`${input.people}?q=${encodeURIComponent(text)}`).then(r => r.ok ? r.json() : []).catch(() => []);
      if (mine === round && document.activeElement === input) show(input, found);
      return;
    }
    const names = await namesOf(input);
    if (mine === round && document.activeElement === input) show(input, fits(names, input.value).map(name => ({ name })), input.many?.chosen);
  };

  const pick = (input, option) => {
    if (input.people) { input.value = option.name; link(input, option.code); tell(input); }
    else if (input.many) { input.many.toggle(option.name); }
    else { input.value = option.name; tell(input); }
    say("added", option.name); close();
  };
  // the person that was chosen stands in a hidden field beside the name, until another name is typed
  const link = (input, code) => {
    const key = `${input.name}_person`; let kept = input.form.elements[key];
    if (!code) return kept?.remove();
    if (!kept) input.after(kept = make("input", { type: "hidden", name: key }));
    kept.value = code;
  };

  const combobox = (input, more) => {
    Object.assign(input, more);
    for (const [k, v] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": list.id, autocomplete: "off", spellcheck: false })) input.setAttribute(k, v);
  };

  // several values: the field itself goes out of sight, chips and a new line stand for it
  const chips = field => {
    const input = make("input", { type: "text", class: "picker__line" }), row = make("ul", { class: "picker__chips", role: "list" });
    const many = { chosen: [] };
    for (const name of ["id", "aria-describedby", "aria-invalid", "autofocus", "aria-label"]) if (field.hasAttribute(name)) { input.setAttribute(name, field.getAttribute(name)); field.removeAttribute(name); }
    const write = () => { field.value = [...many.chosen, input.value.trim()].filter(Boolean).join(", "); tell(field); };
    const draw = () => {
      row.replaceChildren(...many.chosen.map((name, n) => {
        const cross = make("button", { type: "button", "aria-label": words.remove.replace("%s", name) }, "×");
        cross.onclick = () => { many.chosen.splice(n, 1); draw(); write(); say("removed", name); input.focus(); };
        return make("li", { class: "picker__chip" }, make("span", { dir: "auto" }, name), cross);
      }));
      row.hidden = !many.chosen.length;
    };
    const read = () => { many.chosen = [...new Set(field.value.split(/[,;]/).map(n => n.trim()).filter(Boolean))]; draw(); };
    many.add = name => { if (!many.chosen.some(n => fold(n) === fold(name))) many.chosen.push(name); input.value = ""; draw(); write(); };
    many.toggle = name => { if (!many.chosen.includes(name)) return many.add(name); many.chosen = many.chosen.filter(n => n !== name); input.value = ""; draw(); write(); };
    many.back = () => { const name = many.chosen.pop(); if (name) { draw(); write(); say("removed", name); } };
    many.settle = () => { const was = field.value; if ([...many.chosen, input.value.trim()].filter(Boolean).join(", ") !== was) write(); };
    const box = make("div", { class: "picker" }, row, input);
    if (field.getAttribute("aria-invalid")) box.dataset.bad = "";
    field.before(box); field.type = "hidden"; field.pickerBox = box;
    box.addEventListener("click", e => { if (e.target === box || e.target === row) input.focus(); });
    field.addEventListener("input", () => { if (!field.mine) { input.value = ""; read(); } });
    read();
    return [input, many];
  };

  const begin = part => {
    for (const field of part.querySelectorAll("[data-names]")) {
      const source = field.dataset.names, isMany = "many" in field.dataset;
      field.removeAttribute("data-names"); field.removeAttribute("list");
      if (!isMany) { combobox(field, { source }); continue; }
      const [input, many] = chips(field);
      combobox(input, { source, many });
    }
    for (const field of part.querySelectorAll("[data-people]")) { const people = field.dataset.people; field.removeAttribute("data-people"); combobox(field, { people }); }
  };

  const isOurs = el => el.getAttribute?.("aria-controls") === list.id;
  document.addEventListener("input", e => {
    const i = e.target;
    if (!isOurs(i) || i.mine) return;
    if (i.people) link(i, "");
    if (i.many) {
      const cut = i.value.lastIndexOf(",");
      if (cut >= 0) { const rest = i.value.slice(cut + 1).trim(), before = i.value.slice(0, cut); for (const name of before.split(",")) if (name.trim()) i.many.add(exact(i, name.trim())); i.value = rest; }
    }
    suggest(i);
  });
  const exact = (i, name) => i.known?.find(n => fold(n) === fold(name)) || name;
  document.addEventListener("focusin", async e => { const i = e.target; if (open && open !== i) close(); if (isOurs(i) && i.source) i.known = await namesOf(i); });
  document.addEventListener("focusout", e => {
    const i = e.target;
    if (!isOurs(i)) return;
    if (open === i) close(); else round++;
    const name = i.value.trim(), found = i.known?.find(n => fold(n) === fold(name));
    if (i.many) found ? i.many.add(found) : i.many.settle();
  });
  document.addEventListener("keydown", e => {
    const i = e.target;
    if (!isOurs(i) || e.isComposing) return;
    const is = open === i;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (!is) return void suggest(i);
      const n = options.length, step = e.key === "ArrowDown" ? 1 : -1;
      point(active < 0 ? (step > 0 ? 0 : n - 1) : (active + step + n) % n);
    } else if (e.key === "Escape" && is) { e.preventDefault(); close(); }
    else if (e.key === "Enter" && is && active >= 0) { e.preventDefault(); pick(i, options[active]); }
    else if (e.key === "Enter" && i.many && i.value.trim()) { e.preventDefault(); i.many.add(exact(i, i.value.trim())); say("added", i.many.chosen.at(-1)); close(); }
    else if (e.key === "Backspace" && i.many && !i.value) { i.many.back(); close(); }
  });
  list.addEventListener("pointerdown", e => e.preventDefault());
  list.addEventListener("click", e => { const row = e.target.closest("[role=option]"); if (row && open) { const i = open; pick(i, options[[...list.children].indexOf(row)]); i.focus(); } });
  document.addEventListener("click", e => { if (isOurs(e.target) && open !== e.target && !e.target.people) suggest(e.target); });

  begin(document);
  document.addEventListener("htmx:load", e => begin(e.detail.elt.parentNode || document));
})();
