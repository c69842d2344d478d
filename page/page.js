// Runs once for each gr.HTML of the page, with element, trigger, server and watch from Gradio.
const book = window.minutebook;

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const { act, page, question, link, id, fields, copy, way, tab, words, key } = button.dataset;
  if (act === "open") book.open(server, button);
  else if (act === "turn") {
    book.state.way = way;
    book.open(server, button, Number(page));
  } else if (act === "close") book.close(button.closest(".desk"));
  else if (act === "larger") book.larger(button);
  else if (act === "fold") button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  else if (act === "ask") {
    trigger("ask", { question });
    book.toQuestion();
  } else if (act === "reopen") trigger("reopen", { link });
  else if (act === "forget") book.forget(id);
  else if (act === "filter") {
    trigger("filter", { fields: JSON.parse(fields) });
    book.toQuestion();
  } else if (act === "edit") book.type("#question", question);
  else if (act === "copy") book.copy(button, copy);
  else if (act === "link") book.copy(button, `${location.origin}${location.pathname}#${link}`);
  else if (act === "print") window.print();
  else if (act === "judge") book.askWhy(button);
  else if (act === "save" && button.closest(".turn")) {
    trigger("save", { turn: Number(button.closest(".turn").dataset.turn), as: button.dataset.as });
    const menu = button.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (act === "save") {
    const { asked } = button.closest("[data-asked]").dataset;
    const make = button.closest(".brief") ? server.saved_brief : server.saved;
    make({ asked, as: button.dataset.as }).then(book.download, () => book.say("The server does not answer."));
  } else if (act === "gold") server.gold({}).then(book.download);
  else if (act === "paper") trigger("paper", { way, key });
  else if (act === "try") book.type(button.dataset.into, words);
  else if (act === "tab") book.showTab(tab);
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target.matches(".why-form")) book.judge(server, event.target);
});
element.addEventListener("input", (event) => {
  if (event.target.dataset.act === "find") book.find(event.target);
});
element.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector(".source")) book.close(element.closest(".desk"));
});

if (element.closest("#recognised")) book.watchQuestion(element, server);
if (element.closest("#chats")) {
  book.listChats();
  const opened = () => location.hash.startsWith("#ask=") && trigger("reopen", { link: location.hash });
  window.addEventListener("hashchange", opened);
  opened();
}

let turnKey = "";
watch("value", () => {
  const desk = element.closest(".desk");
  if (desk) book.mark(desk);
  const file = element.querySelector("[data-file]");
  if (file) book.download(JSON.parse(file.dataset.file));
  const result = element.querySelector("[data-say]");
  if (result) book.say(result.dataset.say);
  const turn = element.querySelector(".turn");
  if (!turn || !element.closest("#current")) return;
  const waiting = turn.classList.contains("pending");
  // The browser may be given a quick answer without having been shown that it is on its way.
  if (turn.dataset.turn !== turnKey) {
    turnKey = turn.dataset.turn;
    document.querySelector("#recognised .recognised").replaceChildren();
    book.state.moved = false;
    requestAnimationFrame(() => book.toTop());
    // A keyboard on the screen would stand before the answer.
    if (book.touched() && document.activeElement?.closest("#question")) document.activeElement.blur();
  }
  if (waiting) return book.say("Searching the papers");
  turnKey = "";
  book.toTop();
  if (!turn.dataset.link) return;
  const sources = turn.querySelectorAll(".card").length;
  const declined = turn.querySelector(".declined");
  book.say(declined ? declined.querySelector("h3").innerText : `Answer ready, ${sources} ${sources === 1 ? "source" : "sources"}`);
  book.remember(turn);
  book.suggest(server, turn);
});
