"use strict";
// Everything can be read without this: it sorts tables and moves between mutants.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (head.querySelector(".sr")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      const body = table.tBodies[0];
      const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
const missed = [...document.querySelectorAll("details[data-missed]")];
if (missed.length > 0) {
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !["n", "p"].includes(event.key)) return;
    const shown = missed.filter((one) => getComputedStyle(one).display !== "none");
    if (shown.length === 0) return;
    at = (at + (event.key === "n" ? 1 : at < 0 ? 0 : -1) + shown.length) % shown.length;
    const file = shown[at].closest("details.file");
    if (file) file.open = true;
    shown[at].open = true;
    shown[at].scrollIntoView({ block: "center" });
    shown[at].querySelector("summary").focus({ preventScroll: true });
  });
}
