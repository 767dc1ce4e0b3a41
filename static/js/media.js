// Pictures in the editor: files go up one by one, rows are dragged, a press sets the focal point.
// Without this file the form does the same with its file input, its buttons and its number fields.
(() => {
const $ = (s, el = document) => el.querySelector(s), $$ = (s, el = document) => [...el.querySelectorAll(s)];
const MOST = 20 * 1024 * 1024, queue = [];
let busy = false;

const tell = (job, state, word) => {
  job.line.dataset.state = state;
  $("span", job.line).textContent = word;
  if (state !== "sending") $("progress", job.line)?.remove();
};

// several files are several posts: what is wrong with one stops none of the others
const take = (area, files) => {
  for (const file of files) {
    const line = document.createElement("p"), name = document.createElement("b"), job = { area, file, line };
    name.textContent = file.name;
    line.append(name, Object.assign(document.createElement("progress"), { max: 100, ariaLabel: file.name }), document.createElement("span"));
    $(".sending", area).append(line);
    if (file.size > MOST) tell(job, "failed", $(".help", area).textContent);
    else queue.push(job);
  }
  next();
};

const next = () => {
  const job = !busy && queue.shift();
  if (!job) return;
  busy = true;
  const { area, file, line } = job, total = $("[name=pictures-TOTAL_FORMS]"), sent = new FormData(), post = new XMLHttpRequest();
  sent.append("csrfmiddlewaretoken", $("[name=csrfmiddlewaretoken]", area.closest("form")).value);
  sent.append("kind", $("[name=new-kind]:checked", area)?.value || "still");
  sent.append("number", total.value);
  sent.append("file", file, file.name || "picture.png");
  post.upload.onprogress = e => { if (e.lengthComputable) $("progress", line).value = 100 * e.loaded / e.total; };
  post.onload = () => {
    const ours = post.responseURL.endsWith(area.dataset.pictures);
    if (post.status === 200 && ours) { put(post.responseText, total); tell(job, "done", area.dataset.done); }
    else tell(job, "failed", post.status === 422 && post.responseText || area.dataset.failed);
  };
  post.onerror = post.ontimeout = () => tell(job, "failed", area.dataset.failed);
  post.onloadend = () => { busy = false; next(); };
  post.open("POST", area.dataset.pictures);
  post.send(sent);
};

// the row joins the others without touching what is typed there
const put = (html, total) => {
  const rows = $("[data-order]");
  htmx.swap(rows, html, { swapStyle: "beforeend" });
  total.value = Number(total.value) + 1;
  setTimeout(() => { number(rows); $$("[data-focal]", rows).forEach(dot); });
};

const number = rows => {
  const all = $$("[data-row]", rows);
  all.forEach((row, n) => {
    $("[data-place]", row).value = n + 1;
    const was = $("[data-number]", row).textContent;
    $("[data-number]", row).textContent = n + 1;
    $$(".sr", row).forEach(el => { el.textContent = el.textContent.replace(/\d+$/, n + 1); });
    $$("[aria-label]", row).forEach(el => { el.setAttribute("aria-label", el.getAttribute("aria-label").replace(/\d+$/, n + 1)); });
    $(".up", row).disabled = n === 0; $(".down", row).disabled = n === all.length - 1;
    if (was !== String(n + 1)) $("[data-place]", row).dispatchEvent(new Event("input", { bubbles: true }));
  });
};

document.addEventListener("change", e => {
  const input = e.target.closest("[data-pictures] input[type=file]");
  if (input && window.htmx) { take(input.closest("[data-pictures]"), input.files); input.value = ""; e.stopPropagation(); }
}, true);

const carries = e => [...(e.dataTransfer?.types || [])].includes("Files");
const place = e => e.target.closest?.("[data-pictures], .drop");
const clear = () => $$(".is-over").forEach(el => el.classList.remove("is-over"));
document.addEventListener("dragover", e => { if (!carries(e)) return; const here = place(e); clear(); if (here) { e.preventDefault(); ($(".drop", here) || here).classList.add("is-over"); } });
document.addEventListener("dragleave", e => { if (carries(e) && !e.relatedTarget) clear(); });
document.addEventListener("drop", e => {
  const here = carries(e) && place(e);
  if (!here) return;
  e.preventDefault(); clear();
  const area = here.closest("[data-pictures]"), input = $("input[type=file]", here);
  if (area) return take(area, e.dataTransfer.files);
  const one = new DataTransfer(); one.items.add(e.dataTransfer.files[0]); input.files = one.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
document.addEventListener("paste", e => {
  const area = $("[data-pictures]"), files = [...(e.clipboardData?.files || [])].filter(f => f.type.startsWith("image/"));
  if (!area || !files.length || e.clipboardData.types.includes("text/plain")) return;
  e.preventDefault(); take(area, files);
});

// order: a row follows the pointer once its grip is held; the buttons do the same
let held = null;
document.addEventListener("pointerdown", e => { const grip = e.target.closest?.("[data-grip]"); if (grip) grip.closest("[data-row]").draggable = true; });
document.addEventListener("pointerup", e => { const row = e.target.closest?.("[data-row]"); if (row) row.draggable = false; });
document.addEventListener("dragstart", e => { held = e.target.closest?.("[data-row][draggable=true]"); if (held) { e.dataTransfer.effectAllowed = "move"; e.dataTransfer.setData("text/x-row", "1"); setTimeout(() => held?.classList.add("is-held")); } });
document.addEventListener("dragover", e => {
  const row = held && e.target.closest?.("[data-row]");
  if (!row || row.parentNode !== held.parentNode) return;
  e.preventDefault();
  if (row === held) return;
  const box = row.getBoundingClientRect();
  row[e.clientY < box.top + box.height / 2 ? "before" : "after"](held);
});
document.addEventListener("dragend", () => { if (!held) return; held.draggable = false; held.classList.remove("is-held"); number(held.parentNode); held = null; });

// focal point: in percent of the picture, from its left and its top
const dot = frame => {
  const x = document.getElementById(`${frame.dataset.focal}-focal_x`), y = document.getElementById(`${frame.dataset.focal}-focal_y`);
  if (!x || !y) return;
  const mark = $("i", frame) || frame.appendChild(document.createElement("i"));
  mark.style.left = `${x.value || 50}%`; mark.style.top = `${y.value || 50}%`;
};
document.addEventListener("click", e => {
  const frame = e.target.closest?.("[data-focal]");
  if (!frame) return;
  const box = frame.getBoundingClientRect();
  for (const [key, share] of [["x", (e.clientX - box.left) / box.width], ["y", (e.clientY - box.top) / box.height]]) {
    const field = document.getElementById(`${frame.dataset.focal}-focal_${key}`);
    if (!field) return;
    field.value = Math.min(100, Math.max(0, Math.round(share * 100)));
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
});
document.addEventListener("input", e => { if (/-focal_[xy]$/.test(e.target.id)) $$("[data-focal]").forEach(dot); });
document.addEventListener("htmx:afterSettle", () => $$("[data-focal]").forEach(dot));
$$("[data-focal]").forEach(dot);
})();
