// Runs once for each gr.HTML of the page, with element, trigger and watch from Gradio. The words of papers
// and questions reach this file only as attributes and text, never as markup.
const wide = () => window.matchMedia("(min-width: 1100px)").matches;
const calm = () => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

function say(words) {
  const live = document.getElementById("live");
  if (live && live.textContent !== words) live.textContent = words;
}

async function copy(button) {
  const words = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Over plain HTTP on a council's own network browsers have no clipboard: use the old way.
    const area = document.createElement("textarea");
    area.value = words;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.classList.add("done");
  say("Copied: " + words);
  setTimeout(() => button.classList.remove("done"), 2000);
}

function edit(question) {
  const box = document.querySelector("#question textarea, #question input");
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

function showPapers() {
  const tab = [...document.querySelectorAll("button[role=tab]")].find((t) => t.textContent.trim() === "Papers");
  if (tab) tab.click();
}

function find(box) {
  const wanted = box.value.trim().toLowerCase();
  let shown = 0;
  for (const group of element.querySelectorAll("table.listing tbody:has(.group)")) {
    const head = group.querySelector(".group").textContent.toLowerCase();
    let any = false;
    for (const row of group.querySelectorAll("tr:not(.group)")) {
      const fits = !wanted || head.includes(wanted) || row.textContent.toLowerCase().includes(wanted);
      row.hidden = !fits;
      any = any || fits;
      shown += fits ? 1 : 0;
    }
    group.hidden = !any;
  }
  const count = document.getElementById("found-papers");
  count.textContent = !wanted ? "" : shown === 1 ? "1 paper found" : shown + " papers found";
}

function markOpen() {
  const panel = document.querySelector("#source .source");
  for (const chip of document.querySelectorAll(".chip, .card")) chip.classList.remove("is-open");
  if (!panel) return;
  const { turn, n } = panel.dataset;
  for (const chip of document.querySelectorAll(`.chip[data-turn="${turn}"][data-n="${n}"]`)) {
    chip.classList.add("is-open");
  }
  document.getElementById(`source-${turn}-${n}`)?.classList.add("is-open");
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const { act, turn, n, page, question } = button.dataset;
  if (act === "open") {
    if (!element.querySelector(".source")) window.minutebookOpener = button;
    window.minutebookTurningPage = Boolean(page);
    trigger("open", { turn: Number(turn), n: Number(n), page: page ? Number(page) : null });
  } else if (act === "close") {
    trigger("close", {});
  } else if (act === "ask") {
    trigger("ask", { question });
  } else if (act === "edit") {
    edit(question);
  } else if (act === "copy") {
    copy(button);
  } else if (act === "papers") {
    showPapers();
  }
});
element.addEventListener("input", (event) => {
  if (event.target.dataset.act === "find") find(event.target);
});
element.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector(".source")) trigger("close", {});
});

let panelKey = "";
let turnKey = "";
watch("value", () => {
  const panel = element.querySelector(".source");
  const turn = element.querySelector(".turn");
  if (panel) {
    const key = panel.dataset.turn + "/" + panel.dataset.n;
    if (key !== panelKey || !window.minutebookTurningPage) {
      const heading = panel.querySelector("h2");
      heading.focus({ preventScroll: true });
      if (wide()) panel.closest("#beside").scrollTo({ top: 0 });
      else panel.scrollIntoView({ behavior: calm(), block: "start" });
    }
    panelKey = key;
  } else if (panelKey) {
    panelKey = "";
    const opener = window.minutebookOpener;
    if (opener?.isConnected) {
      opener.focus({ preventScroll: wide() });
      if (!wide()) opener.scrollIntoView({ behavior: calm(), block: "center" });
    }
  }
  if (turn && element.closest("#current")) {
    const waiting = turn.classList.contains("pending");
    if (waiting && turn.dataset.turn !== turnKey) {
      turnKey = turn.dataset.turn;
      turn.scrollIntoView({ behavior: calm(), block: "start" });
    }
    if (waiting) {
      say("Searching the papers");
    } else {
      turnKey = "";
      const sources = turn.querySelectorAll(".card").length;
      const declined = turn.querySelector(".declined");
      say(declined ? "The papers do not say" : `Answer ready, ${sources} ${sources === 1 ? "source" : "sources"}`);
    }
  }
  markOpen();
});
