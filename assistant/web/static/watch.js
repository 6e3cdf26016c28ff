// Looks again every two seconds while documents are being read. Without this script a link does it.
"use strict";

const status = document.getElementById("status");

async function look() {
  let fresh = null;
  try {
    const reply = await fetch(window.location.href, { headers: { accept: "text/html" } });
    if (reply.ok) fresh = new DOMParser().parseFromString(await reply.text(), "text/html").getElementById("job");
  } catch (error) {
    status.textContent = "The service does not answer at the moment.";
  }
  if (fresh) {
    document.getElementById("job").replaceWith(fresh);
    if (!fresh.dataset.running) {
      document.title = document.title.replace("Reading documents", "Documents read");
      status.textContent = fresh.querySelector("h1").textContent;
      return;
    }
  }
  window.setTimeout(look, 2000);
}

window.setTimeout(look, 2000);
