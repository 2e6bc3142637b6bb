"use strict";
// Everything can be read without this: it takes in what happens as it happens.
//
// The server has made all texts safe, so news are a reason to ask it for the page again, never markup of their own.
const parts = [...document.querySelectorAll("[data-live]")];
if (parts.length > 0) {
  const pulse = document.getElementById("pulse");
  let due = null;
  let isBusy = false;
  const refresh = async () => {
    due = null;
    if (isBusy) return soon();
    isBusy = true;
    try {
      const answer = await fetch("/", { cache: "no-store" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of parts) {
        const fresh = page.getElementById(part.id);
        if (!fresh || fresh.innerHTML === part.innerHTML) continue;
        const focus = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
        part.replaceChildren(...fresh.childNodes);
        if (focus) [...part.querySelectorAll("a")].find((a) => a.getAttribute("href") === focus)?.focus();
      }
    } catch {
      // The news tell when the server is back.
    } finally {
      isBusy = false;
    }
  };
  // Many news at once are one look.
  const soon = () => { due ??= setTimeout(refresh, 250); };
  const news = new EventSource("/events");
  for (const kind of ["state", "opened", "action", "closed", "promoted", "deployed", "held", "cleared", "declined", "incident", "gap"])
    news.addEventListener(kind, soon);
  news.onopen = () => { pulse.textContent = "Live."; soon(); };
  news.onerror = () => {
    // Closed for good when it was turned away: too many listen.
    pulse.textContent = news.readyState === EventSource.CLOSED
      ? "Looked up every five seconds." : "The watchdog does not answer; trying again.";
  };
  // Probes are no news, and their last words are shown.
  setInterval(soon, 5000);
}
