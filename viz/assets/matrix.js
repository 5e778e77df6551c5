/* Accord: the matrix of all relations. Cells are painted on a canvas that only ever holds what is in sight. */
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const scroller = at("matrix"), space = at("space"), canvas = at("cells"), panel = at("panel"), view = scroller.parentElement;
  const ctx = canvas.getContext("2d");
  const COOPERATION = data.families.indexOf("cooperation"), DISPUTE = data.families.indexOf("dispute");
  const FACE = '"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
  const SURE = new Set([-1, 0, 1]); // neither proposed nor ended
  const SIZES = [5, 7, 9, 11, 14, 18, 22, 28, 36];
  const count = data.actors.length;
  const state = { order: data.orders.strength, seat: [], size: 14, values: new Map(), at: null, chosen: null };
  const cells = new Map(data.cells.map((cell) => [key(cell[0], cell[1]), cell]));
  let colours = new Map(), waiting = false;

  function key(a, b) { return a < b ? a * count + b : b * count + a; }
  function say(words) { at("said").textContent = words; }

  function colour(name) {
    if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    return colours.get(name);
  }

  /* What counts. */
  const least = () => Number(at("sources").value);
  const sector = () => (at("sector").value === "" ? null : Number(at("sector").value));
  const wants = (family) => document.querySelector(`[data-family="${data.families[family]}"]`).getAttribute("aria-pressed") === "true";

  /** The lines of a cell that the choices let through. */
  function partsOf(cell) {
    const chosen = sector(), floor = least();
    return cell[2].filter((part) => part[2] >= floor && (chosen === null || part[4] === chosen));
  }

  /** Sources of what stands of a family, and whether anything else is told of it. */
  function value(cell) {
    const found = { cooperation: 0, dispute: 0, maybe: false };
    for (const part of partsOf(cell)) {
      const name = part[0] === COOPERATION ? "cooperation" : part[0] === DISPUTE ? "dispute" : null;
      if (!name || !wants(part[0])) continue;
      if (SURE.has(part[1])) found[name] = Math.max(found[name], part[2]);
      else found.maybe = true;
    }
    return found.cooperation || found.dispute || found.maybe ? found : null;
  }

  function tally() {
    state.values = new Map();
    for (const [id, cell] of cells) {
      const found = value(cell);
      if (found) state.values.set(id, found);
    }
    at("count").textContent = `${state.values.size.toLocaleString("en")} of ${cells.size.toLocaleString("en")} relationships shown`;
    for (const row of document.querySelectorAll("#facts tr[data-a]")) row.hidden = !state.values.has(key(Number(row.dataset.a), Number(row.dataset.b)));
    draw();
  }

  /* Measure. */
  const narrow = () => scroller.clientWidth < 640;
  const left = () => (state.size < 9 ? 8 : narrow() ? 62 : 158);
  const top = () => (state.size < 9 ? 8 : 62);

  function measure() {
    space.style.width = `${left() + count * state.size + 12}px`;
    space.style.height = `${top() + count * state.size + 12}px`;
    const ratio = Math.min(window.devicePixelRatio || 1, 2), w = scroller.clientWidth, h = scroller.clientHeight;
    canvas.width = Math.round(w * ratio);
    canvas.height = Math.round(h * ratio);
    canvas.style.width = `${w}px`;
    canvas.style.height = `${h}px`;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
  }

  function fitted() {
    const room = Math.min(scroller.clientWidth - left() - 16, scroller.clientHeight - top() - 16) / Math.max(count, 1);
    return Math.max(3, Math.min(36, Math.floor(room)));
  }

  function resize(size) {
    const middle = [scroller.scrollLeft + scroller.clientWidth / 2, scroller.scrollTop + scroller.clientHeight / 2].map((m) => m / state.size);
    state.size = size;
    measure();
    scroller.scrollTo(middle[0] * size - scroller.clientWidth / 2, middle[1] * size - scroller.clientHeight / 2);
    draw();
  }

  /* Painting. */
  function draw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; paint(); });
  }

  function paint() {
    const { size, order } = state, x0 = left() - scroller.scrollLeft, y0 = top() - scroller.scrollTop;
    const w = scroller.clientWidth, h = scroller.clientHeight;
    const first = (start, edge) => Math.max(0, Math.floor((edge - start) / size)), last = (start, far) => Math.min(count, Math.ceil((far - start) / size));
    const [c0, c1, r0, r1] = [first(x0, left()), last(x0, w), first(y0, top()), last(y0, h)];
    const gap = size >= 9 ? 1 : 0;
    ctx.clearRect(0, 0, w, h);
    ctx.fillStyle = colour("surface");
    ctx.fillRect(x0 + c0 * size, y0 + r0 * size, (c1 - c0) * size - gap, (r1 - r0) * size - gap);
    if (gap) {
      ctx.strokeStyle = colour("page");
      ctx.lineWidth = 1;
      ctx.beginPath();
      for (let c = c0; c <= c1; c += 1) { ctx.moveTo(x0 + c * size - 0.5, y0 + r0 * size); ctx.lineTo(x0 + c * size - 0.5, y0 + r1 * size); }
      for (let r = r0; r <= r1; r += 1) { ctx.moveTo(x0 + c0 * size, y0 + r * size - 0.5); ctx.lineTo(x0 + c1 * size, y0 + r * size - 0.5); }
      ctx.stroke();
    }
    for (let r = r0; r < r1; r += 1) {
      for (let c = c0; c < c1; c += 1) {
        const x = x0 + c * size, y = y0 + r * size;
        if (r === c) { ctx.fillStyle = colour("rule"); ctx.fillRect(x, y, size - gap, size - gap); continue; }
        const found = state.values.get(key(order[r], order[c]));
        if (found) Cell.paint(ctx, found, x, y, size - gap, colour);
      }
    }
    paintCross(x0, y0, c0, c1, r0, r1);
    paintHeads(x0, y0, c0, c1, r0, r1, w, h);
  }

  function paintCross(x0, y0, c0, c1, r0, r1) {
    if (!state.at) return;
    const [r, c] = state.at, { size } = state;
    ctx.globalAlpha = 0.16;
    ctx.fillStyle = colour("ink");
    if (r >= r0 && r < r1) ctx.fillRect(x0 + c0 * size, y0 + r * size, (c1 - c0) * size, size - 1);
    if (c >= c0 && c < c1) ctx.fillRect(x0 + c * size, y0 + r0 * size, size - 1, (r1 - r0) * size);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = colour("accent");
    ctx.lineWidth = 2.5;
    ctx.strokeRect(x0 + c * size - 1, y0 + r * size - 1, size + 1, size + 1);
  }

  function paintHeads(x0, y0, c0, c1, r0, r1, w, h) {
    const { size, order } = state;
    ctx.fillStyle = colour("page");
    ctx.fillRect(0, 0, w, top());
    ctx.fillRect(0, 0, left(), h);
    if (size < 9) return;
    const letters = Math.min(13, size - 1);
    ctx.textBaseline = "middle";
    const strong = (number, place) => state.at && state.at[place] === number;
    for (let r = r0; r < r1; r += 1) {
      const y = y0 + r * size + size / 2;
      if (y < top()) continue;
      ctx.font = `${strong(r, 0) ? 700 : 400} ${letters}px ${FACE}`;
      ctx.fillStyle = colour("ink");
      ctx.textAlign = "right";
      ctx.fillText(short(data.actors[order[r]][narrow() ? 2 : 1], left() - 14), left() - 6, y);
    }
    for (let c = c0; c < c1; c += 1) {
      const x = x0 + c * size + size / 2;
      if (x < left()) continue;
      ctx.save();
      ctx.translate(x, top() - 6);
      ctx.rotate(-Math.PI / 2);
      ctx.font = `${strong(c, 1) ? 700 : 400} ${letters}px ${FACE}`;
      ctx.fillStyle = colour("ink");
      ctx.textAlign = "left";
      ctx.fillText(short(data.actors[order[c]][2], top() - 10), 0, 0);
      ctx.restore();
    }
  }

  function short(words, room) {
    if (ctx.measureText(words).width <= room) return words;
    let cut = words.length - 1;
    while (cut > 1 && ctx.measureText(`${words.slice(0, cut)}…`).width > room) cut -= 1;
    return `${words.slice(0, cut)}…`;
  }

  /* Pointing and choosing. */
  function under(event) {
    const box = canvas.getBoundingClientRect(), px = event.clientX - box.left, py = event.clientY - box.top;
    const c = Math.floor((px - left() + scroller.scrollLeft) / state.size), r = Math.floor((py - top() + scroller.scrollTop) / state.size);
    const inRows = r >= 0 && r < count && py >= top(), inColumns = c >= 0 && c < count && px >= left();
    if (inRows && inColumns) return { cell: [r, c] };
    if (inRows) return { actor: state.order[r], cell: [r, r] };
    return inColumns ? { actor: state.order[c], cell: [c, c] } : {};
  }

  function told(found) {
    if (!found) return "nothing is told of them";
    const sources = (number) => `${number} source${number === 1 ? "" : "s"}`;
    return [found.cooperation ? `cooperation, ${sources(found.cooperation)}` : "", found.dispute ? `dispute, ${sources(found.dispute)}` : "",
      !found.cooperation && !found.dispute ? "only proposed or ended" : ""].filter(Boolean).join("; ");
  }

  function nameOf(cell) {
    const [a, b] = cell.map((n) => state.order[n]);
    return a === b ? data.actors[a][1] : [Math.min(a, b), Math.max(a, b)].map((n) => data.actors[n][1]).join(" and ");
  }

  function point(cell, event) {
    state.at = cell;
    draw();
    const tip = at("tip");
    tip.hidden = !cell || !event || cell[0] === cell[1];
    if (tip.hidden) return;
    const found = state.values.get(key(state.order[cell[0]], state.order[cell[1]]));
    tip.replaceChildren(Panel.element("strong", {}, nameOf(cell)), told(found));
    const box = view.getBoundingClientRect(), x = event.clientX - box.left + 14, y = event.clientY - box.top + 16;
    tip.style.transform = `translate(${Math.max(8, Math.min(x, box.width - tip.offsetWidth - 8))}px, ${y + tip.offsetHeight > box.height ? y - tip.offsetHeight - 30 : y}px)`;
  }

  function show(cell) {
    const { size } = state, x = cell[1] * size, y = cell[0] * size;
    const w = scroller.clientWidth - left() - size, h = scroller.clientHeight - top() - size;
    if (x < scroller.scrollLeft) scroller.scrollLeft = x; else if (x > scroller.scrollLeft + w) scroller.scrollLeft = x - w;
    if (y < scroller.scrollTop) scroller.scrollTop = y; else if (y > scroller.scrollTop + h) scroller.scrollTop = y - h;
  }

  function open(over, title, children) {
    panel.replaceChildren(Panel.element("button", { type: "button", class: "close", onclick: close }, "Close"),
      Panel.element("p", { class: "over" }, over), Panel.element("h2", {}, Panel.isolated(title)), ...children);
    panel.hidden = false;
    panel.scrollTop = 0;
    say(`${title}: opened`);
    measure();
  }

  function close() {
    const within = panel.contains(document.activeElement);
    panel.hidden = true;
    state.chosen = null;
    measure();
    if (within) scroller.focus({ preventScroll: true });
  }

  function link(ids, words) {
    if (!data.served) return Panel.element("p", {}, "Its sentences: ", Panel.element("code", {}, `accord draw ${ids.join(" ")}`));
    const href = `graph.html?${ids.map((id) => `actor=${encodeURIComponent(id)}`).join("&")}`;
    return Panel.element("p", {}, Panel.element("a", { href, class: "more" }, words));
  }

  function phrase(part, a, b) {
    const [, line, , word, where, acting] = part;
    const said = data.words[word];
    if (where >= 0) return data.sectors[where][1];
    const [one, other] = acting === 2 ? [b, a] : [a, b];
    return acting ? `${data.actors[one][1]} ${said} ${data.actors[other][1]}` : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  }

  function group(heading, parts, a, b) {
    if (!parts.length) return [];
    const items = parts.map((part) => Panel.element("li", {}, Panel.isolated(phrase(part, a, b)), " ",
      part[1] >= 0 ? Panel.element("span", { class: `chip chip-${data.lines[part[1]]}` }, data.lines[part[1]]) : null,
      Panel.element("small", {}, ` ${part[2]} source${part[2] === 1 ? "" : "s"}`)));
    return [Panel.element("h3", {}, heading), Panel.element("ul", { class: "told" }, ...items)];
  }

  function openPair(x, y) {
    const cell = cells.get(key(x, y)), [a, b] = [Math.min(x, y), Math.max(x, y)];
    const parts = cell ? partsOf(cell) : [];
    const of = (family, sectoral) => parts.filter((p) => p[0] === family && (p[4] >= 0) === sectoral);
    state.chosen = [a, b];
    open("Relationship", `${data.actors[a][1]} and ${data.actors[b][1]}`, [
      ...(cell ? [link([data.actors[a][0], data.actors[b][0]], "Open the picture with its sentences")] : []),
      ...group("Areas of cooperation", of(COOPERATION, true), a, b), ...group("Disputes", of(DISPUTE, true), a, b),
      ...group("Between them", parts.filter((p) => p[4] < 0), a, b),
      ...(parts.length ? [] : [Panel.element("p", {}, "Nothing that the choices let through is told of them.")]),
    ]);
  }

  function openActor(a) {
    const partners = [...Array(count).keys()].map((b) => [b, state.values.get(key(a, b))]).filter(([b, found]) => b !== a && found)
      .sort((x, y) => y[1].cooperation + y[1].dispute - x[1].cooperation - x[1].dispute || x[0] - y[0]);
    const items = partners.slice(0, 60).map(([b, found]) => Panel.element("li", {}, Panel.element("button", { type: "button", onclick: () => { go(a, b); openPair(a, b); panel.focus(); } },
      Panel.isolated(data.actors[b][1]), Panel.element("small", {}, told(found)))));
    open(`${partners.length} relationship${partners.length === 1 ? "" : "s"}`, data.actors[a][1], [
      link([data.actors[a][0]], "Open its picture"), Panel.element("ul", { class: "links" }, ...items)]);
  }

  function go(a, b) {
    const cell = [state.order.indexOf(a), state.order.indexOf(b)];
    point(cell, null);
    show(cell);
  }

  function choose(cell) {
    const [a, b] = cell.map((n) => state.order[n]);
    if (a === b) openActor(a); else openPair(a, b);
  }

  function onKey(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || !count) return;
    if (step) {
      const from = state.at || [0, 0];
      const cell = state.at ? [0, 1].map((i) => Math.min(count - 1, Math.max(0, from[i] + step[i]))) : [0, Math.min(1, count - 1)];
      point(cell, null);
      show(cell);
      say(cell[0] === cell[1] ? nameOf(cell) : `${nameOf(cell)}: ${told(state.values.get(key(state.order[cell[0]], state.order[cell[1]])))}`);
    } else if ((event.key === "Enter" || event.key === " ") && state.at) {
      choose(state.at);
      panel.focus({ preventScroll: true });
    } else if (event.key === "+" || event.key === "=") closer();
    else if (event.key === "-") further();
    else if (event.key === "0") resize(fitted());
    else return;
    event.preventDefault();
  }

  function closer() { resize(SIZES.find((size) => size > state.size) || state.size); }
  function further() { resize([...SIZES].reverse().find((size) => size < state.size) || state.size); }

  /* Search. */
  function search() {
    const words = at("search").value.toLocaleLowerCase().trim();
    const found = words ? data.actors.map((actor, n) => [n, actor]).filter(([, actor]) => `${actor[1]} ${actor[2]}`.toLocaleLowerCase().includes(words)).slice(0, 12) : [];
    const item = ([n, actor]) => Panel.element("li", {}, Panel.element("button", { type: "button", onclick: () => { at("found").hidden = true; go(n, n); openActor(n); panel.focus({ preventScroll: true }); } }, Panel.isolated(actor[1])));
    at("found").replaceChildren(...(found.length ? found.map(item) : [Panel.element("li", {}, "Nothing found")]));
    at("found").hidden = !words;
  }

  /* The beginning. */
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  function recolour() { colours = new Map(); at("theme").textContent = isDark() ? "Light" : "Dark"; Cell.samples(colour); draw(); }

  scroller.addEventListener("scroll", draw, { passive: true });
  scroller.addEventListener("keydown", onKey);
  scroller.addEventListener("pointermove", (event) => { if (event.pointerType === "mouse") point(under(event).cell || null, event); });
  scroller.addEventListener("pointerleave", () => point(null, null));
  scroller.addEventListener("click", (event) => {
    const hit = under(event);
    at("tip").hidden = true;
    if (hit.actor !== undefined) { state.at = hit.cell; openActor(hit.actor); } else if (hit.cell) { state.at = hit.cell; choose(hit.cell); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!at("found").hidden) at("found").hidden = true; else if (!panel.hidden) close();
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".search")) at("found").hidden = true; });
  at("search").addEventListener("input", search);
  at("search").addEventListener("keydown", (event) => {
    const first = at("found").querySelector("button");
    if (event.key === "Enter" && first && !at("found").hidden) first.click();
  });
  at("sector").addEventListener("change", tally);
  at("sources").addEventListener("input", () => { at("least").textContent = least() === 1 ? "any" : `${least()} or more`; tally(); });
  at("order").addEventListener("change", () => { state.order = data.orders[at("order").value]; point(null, null); });
  for (const button of document.querySelectorAll(".toggle")) {
    button.addEventListener("click", () => { button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true")); tally(); });
  }
  for (const button of document.querySelectorAll("[data-pair]")) {
    button.addEventListener("click", () => { const [a, b] = button.dataset.pair.split(" ").map(Number); go(a, b); openPair(a, b); view.scrollIntoView({ block: "nearest" }); panel.focus({ preventScroll: true }); });
  }
  at("closer").addEventListener("click", closer);
  at("further").addEventListener("click", further);
  at("fit").addEventListener("click", () => resize(fitted()));
  at("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; recolour(); });
  prefersDark.addEventListener("change", recolour);
  new ResizeObserver(measure).observe(view);
  state.size = Math.max(14, fitted());
  tally();
  measure();
  Cell.samples(colour);
  at("theme").textContent = isDark() ? "Light" : "Dark";
  window.accord = { state, choose, under, partsOf, paint, resize, go };
})();
