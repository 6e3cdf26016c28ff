// Shows an answer as it comes. Without this script the form simply opens the answer's page.
"use strict";

const main = document.getElementById("main");
const status = document.getElementById("status");
const page = () => window.location.pathname + window.location.search;
let shown = page();
let running = null;

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.ask") || !window.ReadableStream) return;
  event.preventDefault();
  ask(new URLSearchParams(new FormData(event.target)));
});
// The question is one line however long: Enter asks it, Shift and Enter begin a new line.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("form.ask textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
// Going back to another answer loads it; going to a place within this page also fires this event.
window.addEventListener("popstate", () => {
  if (shown !== page()) window.location.reload();
});

async function ask(fields) {
  for (const [name, value] of [...fields]) if (!value) fields.delete(name);
  if (running) running.abort();
  running = new AbortController();
  let ended = false;
  try {
    const reply = await fetch(`/answers/stream?${fields}`, { signal: running.signal });
    if (!reply.ok) throw new Error(reply.statusText);
    begin(fields.get("question"));
    for await (const [name, data] of events(reply.body)) {
      if (name === "searching") say(data.text);
      if (name === "statement") document.getElementById("coming").append(made(data.html));
      if (name === "done") finish(data);
      if (name === "failed") fail(data);
      ended = ended || name === "done" || name === "failed";
    }
  } catch (error) {
    if (error.name === "AbortError") return;
  }
  if (!ended) window.location.assign(`/answers?${fields}`);
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      const name = lines.find((line) => line.startsWith("event: "));
      const data = lines.find((line) => line.startsWith("data: "));
      if (name && data) yield [name.slice(7), JSON.parse(data.slice(6))];
    }
  }
}

// The pieces were escaped by the service; scripts in them would not run, and there are none.
function made(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function begin(question) {
  const article = made('<article class="answer" aria-busy="true"><p class="kicker">Question</p><h1></h1><ol class="statements" id="coming"></ol></article>');
  article.querySelector("h1").textContent = question;
  main.replaceChildren(article);
  main.setAttribute("class", "narrow");
  window.scrollTo(0, 0);
}

function say(text) {
  status.textContent = text;
  status.classList.add("busy");
}

function finish(data) {
  main.replaceChildren(made(data.html));
  document.title = data.title;
  window.history.pushState({}, "", data.address);
  shown = page();
  status.classList.remove("busy");
  status.textContent = data.text;
  document.getElementById("answer-heading").focus({ preventScroll: true });
}

function fail(data) {
  status.classList.remove("busy");
  status.textContent = "";
  const told = made('<div class="faults" role="alert"><h2></h2><p></p><p><a href="/">Ask again</a></p></div>');
  told.querySelector("h2").textContent = data.text;
  told.querySelector("p").textContent = data.next_step;
  main.querySelector("article").setAttribute("aria-busy", "false");
  main.append(told);
}
