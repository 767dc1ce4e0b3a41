// A film in pieces: each is on the server's disk before the next is sent, so a lost line, a reload or a restart costs one piece.
// Words come from data attributes of the form. Without this file the form sends small films whole.
const form = document.querySelector("[data-upload]");
if (form) {
  const pick = form.elements.film, token = form.elements.csrfmiddlewaretoken.value, words = form.dataset;
  const part = name => form.querySelector(`[data-${name}]`), bar = part("bar"), line = part("say"), panel = part("panel"), pause = part("pause");
  const STOPS = new Set([400, 403, 404, 413, 415, 507]), LONGEST = 60;
  let busy = false, paused = false, wake = null, running = null;

  const say = (key, more = "") => { const text = (words[key] || key).replace("%s", more); if (line.textContent !== text) line.textContent = text; };
  const wait = seconds => new Promise(done => { const timer = setTimeout(done, seconds * 1000); wake = () => { clearTimeout(timer); done(); }; });
  const size = bytes => bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
  const hex = buffer => [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, "0")).join("");

  const ask = (method, url, { body, head = {}, progress } = {}) => new Promise((done, fail) => {
    const call = running = new XMLHttpRequest();
    call.open(method, url); call.responseType = "json"; call.timeout = 120000;
    for (const [name, value] of Object.entries({ Accept: "application/json", "X-CSRFToken": token, ...head })) call.setRequestHeader(name, value);
    if (progress) call.upload.onprogress = event => progress(event.loaded);
    call.onload = () => done({ status: call.status, told: call.response || {} });
    call.onerror = call.ontimeout = call.onabort = () => fail(new Error("line"));
    call.send(body);
  });
  const show = (there, all) => { bar.max = all; bar.value = there; part("figure").textContent = words.figure.replace("%there", size(there)).replace("%all", size(all)); };

  const piece = async (file, told) => {
    const slice = await file.slice(told.offset, told.offset + told.piece).arrayBuffer();
    const head = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": told.offset, "Upload-Sha256": hex(await crypto.subtle.digest("SHA-256", slice)) };
    return ask("PATCH", told.url, { body: slice, head, progress: sent => show(told.offset + sent, file.size) });
  };

  const begin = file => ask("POST", form.action, { body: new URLSearchParams({ name: file.name, size: file.size }), head: { "Content-Type": "application/x-www-form-urlencoded" } });

  const send = async file => {
    let told = null, tries = 0;
    for (;;) {
      if (paused) { say("paused"); await wait(1e6); continue; }
      try {
        const answer = await (!told ? begin(file) : tries ? ask("GET", told.url) : piece(file, told));
        if (STOPS.has(answer.status)) return say(answer.told.error || words.refused);
        if (answer.status >= 400) throw new Error("again");
        if (!answer.told.url) return say("refused");
        told = answer.told; tries = 0; show(told.offset, file.size); say("going");
        if (told.done) return finish();
      } catch {
        if (paused) continue;
        tries += 1; const seconds = Math.min(LONGEST, 2 ** tries); say("again", seconds); await wait(seconds);
      }
    }
  };
  const finish = () => { busy = false; say("done"); location.reload(); };

  form.addEventListener("submit", async event => {
    const file = pick.files[0];
    event.preventDefault();
    if (busy) return;
    if (!file) { panel.hidden = false; say("none"); return; }
    busy = true; paused = false; panel.hidden = false; pause.hidden = false; pick.disabled = true;
    try { await send(file); } catch { say("unreadable"); } finally { busy = false; pause.hidden = true; pick.disabled = false; }
  });
  pause.addEventListener("click", () => { paused = !paused; pause.textContent = paused ? words.resume : words.hold; pause.setAttribute("aria-pressed", paused); if (paused) { running?.abort(); say("paused"); } wake?.(); });
  addEventListener("online", () => wake?.());
  addEventListener("beforeunload", event => { if (busy) event.preventDefault(); });
}
