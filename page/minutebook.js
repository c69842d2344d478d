// Runs once, in the head: what every panel of the page shares. The words of papers and questions reach this file
// only as attributes and text, or as HTML that the server has escaped.
window.minutebook = (() => {
  const CHATS = "minutebook.chats";
  const MOST_CHATS = 40;
  const state = { opener: null, chat: null, question: "", large: false, moved: false };
  const wide = () => window.matchMedia("(min-width: 960px)").matches;
  const calm = () => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  const touched = () => window.matchMedia("(pointer: coarse)").matches;
  const made = (name, words, attributes = {}) => {
    const one = document.createElement(name);
    one.textContent = words;
    for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
    return one;
  };

  function say(words) {
    const live = document.getElementById("live");
    if (live && live.textContent !== words) live.textContent = words;
  }

  async function copy(button, words) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Over plain HTTP on a council's own network browsers have no clipboard: use the old way.
      const area = made("textarea", "");
      area.value = words;
      area.style.cssText = "position:fixed;opacity:0";
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.classList.add("done");
    say("Copied");
    setTimeout(() => button.classList.remove("done"), 2000);
  }

  function type(selector, words) {
    const box = document.querySelector(`${selector} textarea, ${selector} input`);
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  }

  // The question and its answer at the top, unless the reader has gone elsewhere since it was asked: what stands above
  // may be drawn after it, and moves it.
  function toTop() {
    if (!state.moved) document.querySelector("#current .turn")?.scrollIntoView({ behavior: calm(), block: "start" });
  }
  for (const way of ["wheel", "touchmove", "pointerdown"]) {
    window.addEventListener(way, () => (state.moved = true), { passive: true });
  }
  window.addEventListener("keydown", ({ key }) => (state.moved ||= /^(Page|Arrow|Home|End|Tab)/.test(key)));

  // Where the keyboard goes on when what was pressed is gone; on a touch screen it would call up the keyboard.
  function toQuestion() {
    if (!touched()) document.querySelector("#question textarea, #question input")?.focus({ preventScroll: true });
  }

  function showTab(name) {
    const tab = [...document.querySelectorAll("#tabs button[role=tab]")].find((t) => t.textContent.trim() === name);
    if (tab) tab.click();
  }

  // Sources ------------------------------------------------------------------------------------------------

  async function open(server, button, page) {
    const desk = button.closest(".desk");
    const panel = desk.querySelector(".beside .panel");
    const { key, n, paragraph, quote } = (page ? panel.querySelector(".source") : button).dataset;
    if (!page) state.opener = button;
    panel.setAttribute("aria-busy", "true");
    try {
      panel.innerHTML = await server.source({ key, n: Number(n), paragraph, quote, page: page || null });
    } catch {
      panel.replaceChildren(unreachable());
    }
    panel.removeAttribute("aria-busy");
    mark(desk);
    enlarge(panel.querySelector(".source"));
    const heading = panel.querySelector("h2");
    if (page) return panel.querySelector(`[data-way="${state.way}"]`)?.focus({ preventScroll: true });
    heading?.focus({ preventScroll: true });
    if (wide()) panel.closest(".beside").scrollTo({ top: 0 });
    else panel.scrollIntoView({ behavior: calm(), block: "start" });
  }

  // The page's picture at twice the size, in a frame that moves to the paragraph; the choice holds for the next pages.
  function larger(button) {
    state.large = button.getAttribute("aria-pressed") !== "true";
    enlarge(button.closest(".source"));
  }

  function enlarge(source) {
    const frame = source?.querySelector(".leaf-frame");
    if (!frame) return;
    source.querySelector("[data-act=larger]").setAttribute("aria-pressed", String(state.large));
    frame.classList.toggle("is-large", state.large);
    if (state.large) Object.assign(frame, { tabIndex: 0, role: "region", ariaLabel: "The page, larger" });
    else for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
    const { left, top } = frame.dataset;
    const go = () => frame.scrollTo(left * frame.scrollWidth - 12, top * frame.scrollHeight - 40);
    const leaf = frame.querySelector("img");
    leaf.complete ? go() : leaf.addEventListener("load", go, { once: true });
  }

  function unreachable() {
    const box = made("section", "", { class: "source", "aria-label": "Source" });
    box.append(made("h2", "The server does not answer", { tabindex: "-1" }));
    box.append(made("p", "Check the connection, then reload this page. Your chats are kept in this browser."));
    return box;
  }

  function close(desk) {
    desk.querySelector(".beside .panel").replaceChildren();
    mark(desk);
    const opener = state.opener?.isConnected ? state.opener : null;
    opener?.focus({ preventScroll: wide() });
    if (opener && !wide()) opener.scrollIntoView({ behavior: calm(), block: "center" });
  }

  function mark(desk) {
    for (const one of desk.querySelectorAll(".is-open")) one.classList.remove("is-open");
    const key = desk.querySelector(".beside .source")?.dataset.key;
    if (!key) return;
    for (const chip of desk.querySelectorAll(`.chip[data-key="${CSS.escape(key)}"]`)) chip.classList.add("is-open");
    document.getElementById(`source-${key}`)?.classList.add("is-open");
  }

  // Past chats, kept in this browser only --------------------------------------------------------------------

  function chats() {
    try {
      const kept = JSON.parse(localStorage.getItem(CHATS) || "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  function keep(kept) {
    try {
      localStorage.setItem(CHATS, JSON.stringify(kept.slice(0, MOST_CHATS)));
    } catch {
      say("This browser keeps no past chats.");
    }
    listChats();
  }

  function listChats() {
    const list = document.querySelector("#chats .chats");
    if (!list) return;
    const kept = chats();
    list.hidden = !kept.length;
    list.querySelector("summary").textContent = `Past chats (${kept.length})`;
    list.querySelector("ol").replaceChildren(
      ...kept.map((chat) => {
        const item = made("li", "");
        const when = new Date(chat.when).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
        const opened = made("button", chat.title, { type: "button", class: "link", "data-act": "reopen", "data-link": chat.link });
        const gone = made("button", "Forget", { type: "button", class: "quiet", "data-act": "forget", "data-id": chat.id });
        gone.append(made("span", ` the chat “${chat.title}”`, { class: "sr" }));
        item.append(opened, made("span", when, { class: "meta" }), gone);
        return item;
      }),
    );
  }

  function remember(turn) {
    const { link, title } = turn.dataset;
    history.replaceState(null, "", "#" + link);
    const kept = chats();
    if (turn.dataset.turn === "0") state.chat = kept.find((chat) => chat.link === link)?.id || null;
    state.chat ||= kept.find((chat) => chat.link.split("&seen=")[0] === link.split("&seen=")[0])?.id || `${Date.now()}`;
    const now = { id: state.chat, link, title, when: Date.now() };
    keep([now, ...kept.filter((chat) => chat.id !== state.chat)]);
  }

  function forget(id) {
    keep(id ? chats().filter((chat) => chat.id !== id) : []);
    document.querySelector("#chats summary")?.focus();
  }

  function fresh() {
    state.chat = null;
    history.replaceState(null, "", location.pathname + location.search);
    toQuestion();
  }

  // What to ask next, and what a question names -----------------------------------------------------------------

  async function suggest(server, turn) {
    const next = turn.querySelector(".next");
    const { link, cited } = turn.dataset;
    if (!next || !cited) return;
    const questions = await server.follow_ups({ link, cited }).catch(() => []);
    if (!questions.length || !next.isConnected) return;
    const list = made("ul", "", { class: "examples" });
    for (const question of questions) {
      const item = made("li", "");
      item.append(made("button", question, { type: "button", class: "example", "data-act": "ask", "data-question": question }));
      list.append(item);
    }
    next.replaceChildren(made("h3", "You could ask next"), list);
  }

  function watchQuestion(element, server) {
    let timer;
    document.addEventListener("input", (event) => {
      const box = event.target.closest("#question textarea, #question input");
      if (!box) return;
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const question = box.value;
        const chips = question.trim().length < 4 ? "" : await server.recognised({ question }).catch(() => "");
        if (box.value === question) element.querySelector(".recognised").innerHTML = chips;
      }, 300);
    });
  }

  // Feedback ----------------------------------------------------------------------------------------------------

  function askWhy(button) {
    const judge = button.closest(".judge");
    for (const one of judge.querySelectorAll("[data-act=judge]")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
    if (judge.querySelector("form")) return judge.querySelector("input").focus();
    const form = made("form", "", { class: "why-form" });
    const label = made("label", "Why? A word or two, if you like", {});
    const box = made("input", "", { type: "text", maxlength: "500", autocomplete: "off" });
    label.append(box);
    form.append(label, made("button", "Send", { type: "submit", class: "quiet" }));
    judge.querySelector(".told").before(form);
    box.focus();
  }

  async function judge(server, form) {
    const box = form.closest(".judge");
    const turn = form.closest(".turn");
    const { link, answer, mode } = turn.dataset;
    const verdict = box.querySelector("[aria-pressed=true]").dataset.verdict;
    const cited = [...turn.querySelectorAll(".card .acts [data-act=open]")].map(({ dataset }) => ({
      paragraph: dataset.paragraph,
      quote: dataset.quote,
    }));
    const told = box.querySelector(".told");
    try {
      told.textContent = await server.judge({ link, answer, mode, verdict, cited, why: form.querySelector("input").value });
      form.remove();
      for (const one of box.querySelectorAll("[data-act=judge]")) one.setAttribute("aria-disabled", "true");
      box.querySelector("[aria-pressed=true]").focus({ preventScroll: true });
    } catch {
      told.textContent = "The server does not answer. Check the connection and press Send again.";
    }
  }

  function find(box) {
    const wanted = box.value.trim().toLowerCase();
    const papers = box.closest(".papers");
    let shown = 0;
    for (const group of papers.querySelectorAll("table.listing tbody:has(.group)")) {
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

  function download({ name, kind, words, base64 }) {
    const held = base64 ? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) : words;
    const link = made("a", "", { download: name, href: URL.createObjectURL(new Blob([held], { type: kind })) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(`Saved as ${name}`);
  }

  // On paper a list of names is open: nobody can press it there.
  window.addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll(".names")) one.open = true;
  });

  return {
    askWhy, calm, close, copy, download, find, forget, fresh, judge, larger, listChats, mark, open, remember, say, showTab, state,
    suggest, toQuestion, toTop, touched, type, watchQuestion, wide,
  };
})();
