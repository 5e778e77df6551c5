/* Accord's pages. All of them work without this script but for the sending of files: it offers how a question may go
   on, sends files, and shows what was read where. */
"use strict";

/* Suggestions: a combobox after the ARIA practices; what is chosen is asked at once. */
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = input.parentElement.querySelector("[role=listbox]");
  let chosen = -1;
  let asked = 0;
  let timer = 0;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const options = [...list.children];
    chosen = (index + options.length + 1) % (options.length + 1);
    if (chosen === options.length) chosen = -1;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === chosen)));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (option) => {
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  };
  const show = (questions) => {
    list.replaceChildren(
      ...questions.map((question, n) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${n}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = question;
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(option));
        return option;
      }),
    );
    chosen = -1;
    list.hidden = questions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const suggest = async () => {
    const turn = (asked += 1);
    const typed = input.value.trim();
    if (!typed) return close();
    try {
      const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, {
        headers: { Accept: "application/json" },
      });
      if (turn === asked && response.ok && document.activeElement === input) show((await response.json()).questions);
    } catch {
      close();
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 120);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      else choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    }
  });
}

/* Sending: a file as it is, with its media type; a text or an address as the form itself does. */
const TYPES = {
  txt: "text/plain", md: "text/markdown", html: "text/html", htm: "text/html", pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", eml: "message/rfc822",
  jsonl: "application/x-ndjson", csv: "text/csv", tsv: "text/tab-separated-values",
  parquet: "application/vnd.apache.parquet", zip: "application/zip",
};
const upload = document.getElementById("upload");
if (upload) {
  const said = document.getElementById("upload-said");
  const file = document.getElementById("article-file");
  const text = document.getElementById("article");
  const button = upload.querySelector("button");
  file.parentElement.hidden = false;

  const tell = (words, wrong = false) => {
    said.textContent = words;
    said.classList.toggle("wrong", wrong);
    button.disabled = false;
  };
  const problem = async (response) => {
    const body = await response.json().catch(() => ({}));
    tell(body.detail || `It was not read (${response.status}).`, true);
  };
  const follow = async (job) => {
    while (!["done", "failed", "cancelled"].includes(job.state)) {
      tell(`${job.articles} articles read …`);
      button.disabled = true;
      await new Promise((resume) => setTimeout(resume, 500));
      const response = await fetch(`/jobs/${encodeURIComponent(job.id)}`, { headers: { Accept: "application/json" } });
      if (!response.ok) return problem(response);
      job = await response.json();
    }
    const skipped = Object.entries(job.skipped).map(([reason, number]) => `${number} skipped: ${reason.replaceAll("_", " ")}`);
    tell([job.error || `${job.articles} articles, ${job.claims} claims`, ...skipped].join(" · "), job.state !== "done");
  };
  const send = async (sent) => {
    const end = sent.name.split(".").pop().toLowerCase();
    const type = TYPES[end];
    if (!type) return tell(`Files that end in .${end} are not read.`, true);
    const plain = type === "text/plain"; /* which a form of another site could send: as a file it is refused */
    const response = await fetch(plain ? "/articles" : `/articles?name=${encodeURIComponent(sent.name.slice(-200))}`, {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": plain ? "application/json" : type },
      body: plain ? JSON.stringify({ text: await sent.text() }) : sent,
    });
    if (!response.ok) return problem(response);
    const body = await response.json();
    if (response.status === 202) return follow(body);
    location.assign(`/articles/${encodeURIComponent(body.id)}`);
  };
  upload.addEventListener("submit", (event) => {
    const [sent] = file.files;
    if (!sent && !text.value.trim()) {
      event.preventDefault();
      return tell("Give a text, an address or a file.", true);
    }
    tell("Reading …");
    if (!sent) return;
    event.preventDefault();
    button.disabled = true;
    send(sent).catch(() => tell("The server cannot be reached.", true));
  });
}

/* An article: who points at a number or a mark sees both ends. */
for (const mark of document.querySelectorAll("mark[id]")) {
  const link = mark.nextElementSibling?.querySelector("a");
  const read = link && document.querySelector(link.getAttribute("href"));
  if (!read) continue;
  mark.addEventListener("click", () => link.click());
  for (const one of [mark, read]) {
    one.addEventListener("pointerenter", () => [mark, read].forEach((end) => end.classList.add("pointed")));
    one.addEventListener("pointerleave", () => [mark, read].forEach((end) => end.classList.remove("pointed")));
  }
}
