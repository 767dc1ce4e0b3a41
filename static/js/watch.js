// Tells the ledger which parts of a film were shown: every ten seconds while it plays, and when it stops. Nothing is told before play.
for (const film of document.querySelectorAll("video[data-played]")) {
  let viewing = "", told = "", timer = 0, sending = false;
  const ranges = () => [...Array(film.played.length).keys()].map(i => `${film.played.start(i).toFixed(1)}-${film.played.end(i).toFixed(1)}`).join(",");
  const tell = async last => {
    const now = ranges();
    if (!now || now === told || (sending && !last)) return;
    const form = new FormData();
    for (const [name, value] of Object.entries({ csrfmiddlewaretoken: film.dataset.token, viewing, ranges: now, length: Math.round(film.duration || 0) })) form.append(name, value);
    told = now;
    if (last) { navigator.sendBeacon(film.dataset.played, form); return; }
    sending = true;
    try { const answer = await fetch(film.dataset.played, { method: "POST", body: form }); if (answer.ok) viewing = (await answer.json()).viewing; else told = ""; } catch { told = ""; } finally { sending = false; }
  };
  const stop = () => { clearInterval(timer); timer = 0; tell(); };
  film.addEventListener("playing", () => { timer ||= setInterval(() => tell(), 10000); if (!viewing) setTimeout(() => tell(), 1500); });
  film.addEventListener("pause", stop);
  film.addEventListener("ended", stop);
  addEventListener("pagehide", () => tell(true));
}
