// Every part is optional: each page works without it. Words come from data attributes, so that the server translates them.
const root = document.documentElement;
root.classList.replace("no-js", "js");
const $ = (s, el = document) => el.querySelector(s), $$ = (s, el = document) => [...el.querySelectorAll(s)];
const on = (type, selector, act) => document.addEventListener(type, e => { const el = e.target.closest?.(selector); if (el) act(el, e); });

// one open menu at a time, Escape closes
document.addEventListener("click", e => $$("details.menu[open]").forEach(d => { if (!d.contains(e.target)) d.open = false; }));
document.addEventListener("keydown", e => { if (e.key === "Escape") $$("details.menu[open]").forEach(d => { d.open = false; $("summary", d).focus(); }); });

// search: "/" focuses; suggestions come as a listbox from the server
const q = $(".search input[type=search]"), typing = t => t.closest?.("input,textarea,select,[contenteditable]");
document.addEventListener("keydown", e => { if (e.key === "/" && q && !typing(e.target) && !e.metaKey && !e.ctrlKey) { e.preventDefault(); q.focus(); } });
const box = $("#suggest");
if (q && box) {
  const show = yes => { box.hidden = !yes; q.setAttribute("aria-expanded", yes); };
  document.addEventListener("htmx:afterSwap", e => { if (e.target === box) show(!!$("[role=option]", box)); });
  q.addEventListener("keydown", e => {
    const rows = $$("[role=option]", box), i = rows.findIndex(o => o.getAttribute("aria-selected") === "true");
    if (e.key === "Escape") show(false);
    if (rows.length && (e.key === "ArrowDown" || e.key === "ArrowUp")) {
      e.preventDefault(); show(true);
      const next = rows[(i + (e.key === "ArrowDown" ? 1 : i < 0 ? 0 : -1) + rows.length) % rows.length];
      rows.forEach(o => o.setAttribute("aria-selected", o === next)); q.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" });
    }
    if (e.key === "Enter" && i >= 0 && !box.hidden) { e.preventDefault(); location.href = rows[i].href; }
  });
  document.addEventListener("click", e => { if (!e.target.closest(".search")) show(false); });
}

// a changed sort or facet sends its form; phones keep the button of the sheet
on("change", "[data-autosubmit]", form => { if (matchMedia("(width >= 62rem)").matches || !form.id) form.requestSubmit(); });

// deadlines in the visitor's own time zone; refreshed once a minute, never read out
const tick = () => $$("[data-until]").forEach(el => {
  const m = Math.max(0, Math.floor((new Date(el.dataset.until) - Date.now()) / 6e4));
  $$("[data-u]", el).forEach((n, i) => { n.textContent = [Math.floor(m / 1440), Math.floor(m / 60) % 24, m % 60][i]; });
});
if ($("[data-until]")) { tick(); setInterval(tick, 6e4); }
$$("time[data-local]").forEach(t => { t.textContent = new Intl.DateTimeFormat(root.lang, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short" }).format(new Date(t.dateTime)); });

// trailer: nothing is fetched from the other site until the press; YouTube's player refuses to play without our origin (its error 153)
on("click", "[data-facade]", (b, e) => { e.preventDefault(); const f = document.createElement("iframe"); Object.assign(f, { src: b.dataset.facade, title: b.dataset.title, allow: "autoplay; fullscreen", referrerPolicy: "strict-origin-when-cross-origin", width: 1280, height: 720, className: "frame__player" }); b.replaceWith(f); f.focus(); });

// the error summary takes the focus; a link to a group lands on its first field
const sum = $("[data-errors]"); if (sum) sum.focus();
on("click", "[data-errors] a", a => { const t = document.getElementById(a.hash.slice(1)); t?.closest("details:not([open])")?.setAttribute("open", ""); });

on("click", "[data-copy]", async b => { try { await navigator.clipboard.writeText(b.dataset.copy || location.href); } catch { return; } const l = $("span", b), was = l.textContent; l.textContent = b.dataset.done; setTimeout(() => { l.textContent = was; }, 2500); });
on("click", "[data-reveal]", b => { const i = document.getElementById(b.getAttribute("aria-controls")), shown = i.type === "password"; i.type = shown ? "text" : "password"; b.textContent = shown ? b.dataset.hide : b.dataset.show; b.setAttribute("aria-pressed", shown); });

// characters left: counted, never cut
const left = t => { const out = document.getElementById(t.id + "_left"), n = t.dataset.maxlength - t.value.length; if (out) { out.textContent = (n < 0 ? out.dataset.over : out.dataset.left).replace("%s", Math.abs(n)); out.classList.toggle("is-over", n < 0); } };
on("input", "[data-maxlength]", left); $$("[data-maxlength]").forEach(left);

// long lists: type to narrow, the line above names what is ticked
on("input", "[data-narrow]", i => { const words = i.value.trim().toLocaleLowerCase(); $$("label", i.closest("details")).forEach(l => { if ($("[type=checkbox]", l)) l.hidden = !l.textContent.toLocaleLowerCase().includes(words); }); });
on("keydown", "[data-narrow]", (i, e) => { if (e.key === "Enter") e.preventDefault(); });
on("change", ".pickmany", d => { const names = $$(":checked", d).map(c => c.parentNode.textContent.trim()), out = $("[data-picked]", d); out.textContent = names.join(", ") || out.dataset.none; });

// names typed with commas between: suggestions for the last one, from a list fetched at the first focus
const lists = {}, offered = document.body.appendChild(Object.assign(document.createElement("datalist"), { id: "offered" }));
const suggest = async i => {
  i.setAttribute("list", offered.id);
  const names = await (lists[i.dataset.names] ??= fetch(i.dataset.names).then(r => r.json()).catch(() => []));
  const cut = "many" in i.dataset ? i.value.lastIndexOf(",") + 1 : 0, before = i.value.slice(0, cut), word = i.value.slice(cut).trim().toLocaleLowerCase();
  const fit = word ? names.filter(n => n.toLocaleLowerCase().includes(word)).sort((a, b) => b.toLocaleLowerCase().startsWith(word) - a.toLocaleLowerCase().startsWith(word)).slice(0, 8) : [];
  offered.replaceChildren(...fit.map(n => Object.assign(document.createElement("option"), { value: (before && before + " ") + n })));
};
on("focusin", "[data-names]", suggest); on("input", "[data-names]", suggest);

// what the editor kept on this device goes with whoever signs out
on("submit", "form[action$='/logout/']", () => { try { Object.keys(localStorage).filter(k => k.startsWith("foyer:")).forEach(k => localStorage.removeItem(k)); } catch { /* not allowed */ } });

// the first field of a new row gets the focus after htmx has put it in
document.addEventListener("htmx:afterSettle", e => $(".rows__row.is-new :is(input:not([type=hidden]), select, textarea)", e.target)?.focus());

// the clicked poster travels to the project page where the browser can do it
on("click", ".card a", a => { const p = $(".poster", a.closest(".card")); if (p && !matchMedia("(prefers-reduced-motion: reduce)").matches) p.style.viewTransitionName = "poster"; });
