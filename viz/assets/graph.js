/* Accord: the picture on its page. Nothing here moves by itself; places were computed beforehand. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const facts = { ...data.facts, served: data.served };
  const at = (id) => document.getElementById(id);
  const figure = at("picture"), view = figure.parentElement, panel = at("panel"), tip = at("tip");
  const nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
  const edgeOf = new Map(data.edges.map((edge) => [edge.id, edge]));
  const touching = new Map(data.nodes.map((node) => [node.id, data.edges.filter((e) => e.from === node.id || e.to === node.id)]));
  const CLEAR = "rgba(0,0,0,0)";
  const ORDER = { frame: 0, bond: 1, cooperation: 2, neutral: 3, dispute: 4 };
  const state = { chosen: null, pointed: null, moved: false, plan: null, format: "", lit: null, stout: 1 };
  const sieve = Sieve.make(data.steps, narrowed);
  let network = null, drawn = new Map();
  const looks = new Map();
  const nodes = new vis.DataSet(), edges = new vis.DataSet();

  /* What is visible. */
  const passes = sieve.passes;
  const isActor = (node) => node.kind === "country" || node.kind === "organization";
  const pairs = data.nodes.filter((node) => node.kind === "dyad").map((node) => [node.id, toldOf(node)]);
  const told = pairs.length > 1 ? new Map(pairs) : new Map();

  /** The lines that say something of a relationship: its own, and those between its two actors. */
  function toldOf(dyad) {
    const ends = new Set(touching.get(dyad.id).filter((e) => e.type === "IN_DYAD").map((e) => e.from));
    const own = touching.get(dyad.id).filter((e) => e.type !== "IN_DYAD");
    return [...own, ...data.edges.filter((e) => ends.has(e.from) && ends.has(e.to))];
  }

  function nodeShown(node) {
    return sieve.holds(node) && isTold(node);
  }

  /** Whether anything that is told of it is let through. */
  function isTold(node) {
    if (isActor(node)) return true;
    const holding = node.kind === "dyad" ? told.get(node.id) || [] : touching.get(node.id).filter((edge) => !(edge.detail && edge.refines));
    return !holding.length || holding.some(passes);
  }

  function edgeShown(edge) {
    if (!passes(edge) || !nodeShown(nodeOf.get(edge.from)) || !nodeShown(nodeOf.get(edge.to))) return false;
    return !edge.detail || sieve.details() || [edge.id, edge.from, edge.to].includes(state.chosen);
  }

  /** After a change of the legend. */
  function narrowed() {
    if (state.chosen && !(edgeOf.has(state.chosen) ? edgeShown(edgeOf.get(state.chosen)) : nodeShown(nodeOf.get(state.chosen)))) close();
    drawAll();
    settle();
    const rows = [...document.querySelectorAll("#facts tr[data-ref]")];
    const shown = rows.filter((row) => !row.hidden).length;
    at("count").textContent = shown === rows.length ? "" : `${shown} of ${rows.length} facts shown`;
    say(at("count").textContent || "All facts shown");
  }

  /** What stays bright while something is chosen: it, its lines and what they lead to. */
  function litBy(id) {
    if (!id) return null;
    const lines = edgeOf.has(id) ? [edgeOf.get(id)] : touching.get(id);
    return new Set([id, ...lines.flatMap((edge) => [edge.id, edge.from, edge.to])]);
  }

  const faded = (id) => state.lit !== null && !state.lit.has(id);

  /* vis-network's view of it. */
  function visEdge(edge) {
    const dim = faded(edge.id);
    const strong = edge.id === state.chosen || edge.id === state.pointed;
    const own = Paint.colour(edge.line === "ended" ? "soft" : `line-${edge.family}`);
    const curve = state.plan.curves[edge.id];
    const labelled = strong || (state.plan.labels && !dim && state.stout === 1);
    const written = labelled || edges.get(edge.id)?.label; // vis-network keeps a label that is taken away
    return {
      id: edge.id, from: edge.from, to: edge.to, ...(written && edge.label ? { label: edge.label } : {}),
      dashes: edge.dashes && edge.dashes.map((dash) => dash * state.stout),
      width: (edge.width + (strong ? 2 : 0)) * state.stout, smooth: curve || false,
      color: { color: own, highlight: own, hover: own, opacity: dim ? 0.18 : 1 },
      arrows: edge.arrows ? { to: { enabled: true, scaleFactor: 0.75 * state.stout } } : "",
      font: {
        size: 13 * state.stout, face: Paint.FACE, strokeWidth: 0, align: "horizontal",
        color: labelled ? Paint.colour("ink") : CLEAR, background: labelled ? Paint.colour("page") : CLEAR,
      },
    };
  }

  function visNode(node) {
    const place = state.plan.places[node.id];
    return {
      id: node.id, x: place.x, y: place.y, shape: "custom",
      ctxRenderer: ({ ctx, x, y }) => ({
        drawNode() {
          const looks = { alpha: faded(node.id) ? 0.3 : 1, chosen: state.chosen === node.id, pointed: state.pointed === node.id };
          const scale = network.getScale();
          if (Far.is(scale)) Far.mark(ctx, node, x, y, looks, data.icons, scale);
          else Paint.paint(ctx, node, place, x, y, looks, data.icons);
        },
        nodeDimensions: place.side === "left" || place.side === "right"
          ? { width: Paint.TILE, height: Paint.TILE } : { width: place.w, height: place.h },
      }),
    };
  }

  /** Makes `set` hold `all`, of which `wanted` have changed. */
  function sync(set, wanted, all) {
    const ids = new Set(all.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !ids.has(id)));
    set.update(wanted);
  }

  /** How a line looks now: only those that look different have to be told to vis-network, which takes its time. */
  const looksOf = (edge) => [faded(edge.id), edge.id === state.chosen || edge.id === state.pointed, state.format, state.stout, isDark()].join();

  function drawLines() {
    const shown = data.edges.filter(edgeShown);
    const labelled = (edge) => (edge.label ? 10 : 0) + ORDER[edge.family];
    const ids = new Set(shown.map((edge) => edge.id));
    edges.remove(edges.getIds().filter((id) => !ids.has(id)));
    for (const id of looks.keys()) if (!ids.has(id)) looks.delete(id);
    const changed = shown.filter((edge) => looks.get(edge.id) !== looksOf(edge));
    for (const edge of changed) looks.set(edge.id, looksOf(edge));
    edges.update(changed.sort((a, b) => labelled(a) - labelled(b)).map(visEdge));
  }

  function drawAll() {
    const shown = data.nodes.filter(nodeShown);
    sync(nodes, shown.filter((node) => !drawn.has(node.id) || drawn.get(node.id) !== state.format).map(visNode), shown);
    drawn = new Map(shown.map((node) => [node.id, state.format]));
    drawLines();
    const listed = (node) => sieve.lists(node) && isTold(node);
    for (const row of document.querySelectorAll("[data-ref]")) {
      const id = row.dataset.ref;
      row.hidden = edgeOf.has(id) ? !passes(edgeOf.get(id)) : nodeOf.has(id) && !listed(nodeOf.get(id));
    }
  }

  /** All that is shown, in the plan's measure. */
  function shownBox() {
    const places = nodes.getIds().map((id) => [nodeOf.get(id), state.plan.places[id]]);
    if (places.length === data.nodes.length || !places.length) return state.plan.box;
    const boxes = places.map(([node, place]) => ({ ...Paint.box(node, place, place.x, place.y), half: isActor(node) ? 70 : 0, under: isActor(node) ? 26 : 0 }));
    const most = (of) => Math.max(...boxes.map(of));
    return [-most((b) => b.half - b.left), -most((b) => b.under - b.top), most((b) => b.right + b.half), most((b) => b.bottom + b.under)];
  }

  function cornerAt(x, y, across, down) {
    const spot = network.DOMtoCanvas({ x, y });
    return { [across]: spot.x, [down]: spot.y };
  }

  /** Names beside the marks, while the picture is seen from afar. */
  function nameMarks(ctx) {
    const scale = network.getScale();
    if (!Far.is(scale)) return;
    const positions = network.getPositions(), weight = { country: 1, organization: 1, sector: 2, dyad: 3 };
    const sight = { ...cornerAt(0, 0, "left", "top"), ...cornerAt(figure.clientWidth, figure.clientHeight, "right", "bottom") };
    const many = pairs.length > 24;
    const strong = (id) => id === state.chosen || id === state.pointed || (state.lit !== null && state.lit.size < 40 && state.lit.has(id));
    const items = nodes.getIds().map((id) => nodeOf.get(id)).map((node) => ({
      name: state.plan.places[node.id].lines.join(" ") || (node.code.length > 4 ? node.code : ""), box: Far.box(node, positions[node.id].x, positions[node.id].y, scale),
      strong: strong(node.id), firm: data.nodes.length < 120 || isActor(node) || node.kind === "sector", known: isActor(node) || node.kind === "sector", rank: (strong(node.id) ? 0 : 10) + (weight[node.kind] || 4), dim: faded(node.id),
    }));
    Far.names(ctx, items.filter((item) => item.strong || item.known || (!item.dim && !(many && item.rank > 12))).sort((a, b) => a.rank - b.rank), scale, sight);
  }

  /* Size and zoom. */
  function fit() {
    const [left, top, right, bottom] = shownBox();
    const pad = state.format === "tall" ? 6 : 28;
    const width = figure.clientWidth - 2 * pad, height = figure.clientHeight - 2 * pad;
    const scale = Math.min(width / (right - left), height / (bottom - top), 1.35);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
    setMoved(false);
    stand();
  }

  /** On a narrow page the picture scrolls with the page until it is zoomed: then it can be dragged. */
  function setMoved(moved) {
    state.moved = moved;
    view.classList.toggle("moved", moved);
    const wide = state.format === "wide";
    network.setOptions({ interaction: { dragView: wide || moved, dragNodes: wide } });
  }

  function zoom(factor) {
    setMoved(true);
    network.moveTo({ scale: Math.min(4, Math.max(0.08, network.getScale() * factor)), animation: false });
    stand();
  }

  /** From afar lines are drawn wider, by doublings, or their widths could not be told apart. */
  function stand() {
    const scale = network.getScale(), stout = Far.is(scale) ? Math.max(1, 2 ** Math.round(Math.log2((edges.length > 150 ? 0.3 : 0.6) / scale))) : 1;
    if (stout === state.stout) return;
    state.stout = stout;
    drawLines();
  }

  function reshape() {
    const format = view.clientWidth < 640 && window.matchMedia("(max-width: 760px)").matches ? "tall" : "wide";
    if (format !== state.format) {
      state.format = format;
      state.plan = data.plans[format];
      drawAll();
    }
    const [left, top, right, bottom] = shownBox();
    const high = Math.min(2400, Math.max(320, (view.clientWidth - 12) * (bottom - top) / (right - left) + 12));
    const below = view.clientHeight - figure.clientHeight; // where the zoom buttons stand
    view.style.height = format === "tall" ? `${Math.round(high + below)}px` : "";
  }

  /* Choosing. */
  function open(children) {
    panel.replaceChildren(...children);
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  function choose(id, takeFocus = false) {
    state.chosen = id;
    state.lit = litBy(id);
    drawLines();
    if (edgeOf.has(id)) open(Panel.ofEdge(facts.edges[id], facts, close));
    else open(Panel.ofNode({ ...facts.nodes[id], further: furtherOf(nodeOf.get(id)) }, facts, close, (edge) => choose(edge, true)));
    say(`${(facts.edges[id] || facts.nodes[id]).title}: opened`);
    if (takeFocus) panel.focus({ preventScroll: true });
    settle();
  }

  /** Where the API leads from a node: its own pictures, and this one with more of it. */
  function furtherOf(node) {
    if (!data.served) return null;
    const address = (actors, more) => `graph.html?${[...actors.map((id) => ["actor", id]), ...more.map((id) => ["expand", id])]
      .map(([name, id]) => `${name}=${encodeURIComponent(id)}`).join("&")}`;
    if (node.kind === "dyad") {
      const ends = touching.get(node.id).filter((e) => e.type === "IN_DYAD").map((e) => e.from);
      return [["Only this relationship", address(ends, [])], ["As a page of text", `dyads/${ends.map(encodeURIComponent).join("/")}`]];
    }
    if (!isActor(node)) return null;
    const alone = data.served.length === 1 && data.served[0] === node.id;
    const asked = new URLSearchParams(window.location.search).getAll("expand");
    return [
      ...(alone || asked.includes(node.id) ? [] : [["Add its other relationships", address(data.served, [...asked, node.id])]]),
      ...(alone && !asked.length ? [] : [["Only its relationships", address([node.id], [])]]),
    ];
  }

  function close() {
    const within = panel.contains(document.activeElement);
    state.chosen = state.lit = null;
    panel.hidden = true;
    drawLines();
    settle();
    if (within) figure.focus({ preventScroll: true });
  }

  function settle() {
    network.redraw();
    if (!state.moved) fit();
  }

  function say(words) { at("said").textContent = words; }

  /* Pointing. */
  function pick(pointer) {
    const spot = network.DOMtoCanvas(pointer), positions = network.getPositions(), scale = network.getScale();
    const hit = nodes.getIds().reverse().find((id) => {
      const { x, y } = positions[id], node = nodeOf.get(id);
      const box = Far.is(scale) ? Far.box(node, x, y, scale) : Paint.box(node, state.plan.places[id], x, y);
      return spot.x >= box.left && spot.x <= box.right && spot.y >= box.top && spot.y <= box.bottom;
    });
    return hit === undefined ? network.getEdgeAt(pointer) || null : hit;
  }

  function firstSentence(id) {
    const lines = edgeOf.has(id) ? [id] : facts.nodes[id].edges;
    const number = lines.flatMap((line) => facts.edges[line].quotes)[0];
    return number === undefined ? "" : facts.quotes[number].parts.map(([words]) => words).join("");
  }

  function point(id, pointer) {
    if (id !== state.pointed) {
      const before = state.pointed;
      state.pointed = id;
      const changed = [before, id].filter((e) => e && edges.get(e)).map((e) => visEdge(edgeOf.get(e)));
      for (const line of changed) looks.set(line.id, looksOf(edgeOf.get(line.id)));
      if (changed.length) edges.update(changed);
      if (nodeOf.has(before) || nodeOf.has(id)) network.redraw();
      figure.style.cursor = id ? "pointer" : "";
      if (id) {
        const words = firstSentence(id), short = words.length > 260 ? `${words.slice(0, 257)}…` : words;
        tip.replaceChildren(Panel.element("strong", {}, Panel.isolated((facts.edges[id] || facts.nodes[id]).title)), Panel.isolated(short));
      }
    }
    tip.hidden = !id || !pointer;
    if (!tip.hidden) {
      const x = Math.min(pointer.x + 14, view.clientWidth - tip.offsetWidth - 8);
      const under = pointer.y + 18;
      const y = under + tip.offsetHeight > view.clientHeight ? pointer.y - tip.offsetHeight - 12 : under;
      tip.style.transform = `translate(${Math.max(8, x)}px, ${Math.max(8, y)}px)`;
    }
  }

  function inFigure(event) {
    const box = figure.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** The visible node nearest to the pointed one in the direction of an arrow key. */
  function neighbour(key) {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const positions = network.getPositions(), ids = nodes.getIds();
    const here = state.pointed && nodes.get(state.pointed) ? state.pointed : null;
    if (here === null) return ids.find((id) => nodeOf.get(id).kind === "dyad") ?? ids[0] ?? null;
    const cost = (id) => {
      const x = positions[id].x - positions[here].x, y = positions[id].y - positions[here].y;
      const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      return id === here || ahead <= 1 ? Infinity : ahead + 2 * aside;
    };
    const best = ids.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    return cost(best) < Infinity ? best : here;
  }

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.startsWith("Arrow")) {
      const id = neighbour(event.key);
      if (id === null) return;
      point(id, network.canvasToDOM(network.getPositions([id])[id]));
      say([facts.nodes[id].over, facts.nodes[id].title, facts.nodes[id].status, firstSentence(id)].filter(Boolean).join(". "));
    } else if ((event.key === "Enter" || event.key === " ") && state.pointed) choose(state.pointed, true);
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  }

  /* Search. */
  const entries = [
    ...data.nodes.map((node) => ({ id: node.id, over: facts.nodes[node.id].over, title: facts.nodes[node.id].title })),
    ...data.edges.filter((edge) => facts.edges[edge.id].quotes.length)
      .map((edge) => ({ id: edge.id, over: facts.edges[edge.id].over, title: facts.edges[edge.id].title })),
  ].map((entry) => ({ ...entry, sought: `${entry.over} ${entry.title} ${firstSentenceOf(entry.id)}`.toLocaleLowerCase() }));

  function firstSentenceOf(id) {
    if (!edgeOf.has(id)) return "";
    return facts.edges[id].quotes.map((n) => facts.quotes[n].parts.map(([words]) => words).join("")).join(" ");
  }

  function search() {
    const words = at("search").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length ? entries.filter((entry) => words.every((word) => entry.sought.includes(word))).slice(0, 12) : [];
    const item = (entry) => Panel.element("li", {}, Panel.element("button", { type: "button", onclick: () => leave(entry.id) },
      Panel.isolated(entry.title), Panel.element("small", {}, entry.over)));
    at("found").replaceChildren(...(found.length ? found.map(item) : [Panel.element("li", {}, "Nothing found")]));
    at("found").hidden = !words.length;
    if (words.length) say(found.length ? `${found.length} found` : "Nothing found");
  }

  function leave(id) {
    at("found").hidden = true;
    choose(id, true);
  }

  /* Saving. */
  function saveSvg() {
    const positions = network.getPositions();
    Saving.svg(shownBox(), data.title, (surface) => {
      const lines = edges.getIds().map((id) => network.body.edges[id]);
      for (const line of lines) line.draw(surface);
      for (const line of lines) { line.drawArrows(surface); line.drawLabel(surface); }
      for (const id of nodes.getIds()) {
        const node = nodeOf.get(id), { x, y } = positions[id];
        Paint.paint(surface, node, state.plan.places[id], x, y, { alpha: faded(id) ? 0.3 : 1 }, data.icons);
      }
    });
  }

  /* Light and dark. */
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";

  function recolour() {
    Paint.forgetColours();
    at("theme").textContent = isDark() ? "Light" : "Dark";
    drawAll();
    network.redraw();
  }

  /* The beginning. */
  function listen() {
    let pressed = null;
    figure.addEventListener("pointerdown", (event) => { pressed = inFigure(event); });
    figure.addEventListener("click", (event) => {
      const pointer = inFigure(event);
      if (pressed && Math.hypot(pointer.x - pressed.x, pointer.y - pressed.y) > 5) return;
      const id = pick(pointer);
      tip.hidden = true;
      if (id) choose(id); else if (state.chosen) close();
    });
    let over = null;
    figure.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse" || event.buttons) return;
      if (!over) requestAnimationFrame(() => { const pointer = over; over = null; point(pick(pointer), pointer); });
      over = inFigure(event);
    });
    figure.addEventListener("pointerleave", () => point(null));
    figure.addEventListener("blur", () => point(null));
    figure.addEventListener("keydown", onKey);
    figure.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    }, { passive: false });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (!at("found").hidden) at("found").hidden = true; else if (state.chosen) close();
    });
    document.addEventListener("click", (event) => { if (!event.target.closest(".search")) at("found").hidden = true; });
    network.on("afterDrawing", nameMarks);
    network.on("dragEnd", (event) => { if (!event.nodes.length) setMoved(true); });
    at("closer").addEventListener("click", () => zoom(1.25));
    at("further").addEventListener("click", () => zoom(0.8));
    at("fit").addEventListener("click", fit);
    at("export").addEventListener("click", () => Saving.png(figure.querySelector("canvas"), figure.clientWidth, data.title));
    at("export-svg").addEventListener("click", saveSvg);
    at("search").addEventListener("input", search);
    at("search").addEventListener("keydown", (event) => {
      const first = at("found").querySelector("button");
      if (event.key === "Enter" && first && !at("found").hidden) first.click();
    });
    at("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; recolour(); });
    prefersDark.addEventListener("change", recolour);
    for (const button of document.querySelectorAll("[data-show]")) {
      button.addEventListener("click", () => { choose(button.dataset.show, true); view.scrollIntoView({ block: "nearest" }); });
    }
    new ResizeObserver(() => { reshape(); settle(); }).observe(view);
  }

  reshape();
  network = new vis.Network(figure, { nodes, edges }, { ...data.options, autoResize: false });
  at("theme").textContent = isDark() ? "Light" : "Dark";
  fit();
  listen();
  window.accord = { network, nodes, edges, choose, close };
})();
