/* Accord: what the legend lets through. */
const Sieve = (() => {
  const at = (id) => document.getElementById(id);

  /** Reads the legend of this page; calls `changed` after each change of it. `steps` are those of the period. */
  function make(steps, changed) {
    const hidden = { kind: new Set(), family: new Set(), line: new Set(), sector: new Set() };
    const from = at("from"), until = at("until"), sources = at("sources");
    const last = Math.max(steps.length - 1, 0);
    const narrow = { least: 1, first: "", last: "", details: false };
    const boxes = [...document.querySelectorAll("[data-sector]")];
    const toggles = [...document.querySelectorAll(".toggle")];
    const pressed = (button) => button.getAttribute("aria-pressed") === "true";
    const atFirst = new Map(toggles.map((button) => [button, pressed(button)]));
    const folded = new Set(toggles.filter((button) => button.dataset.kind && !pressed(button)).map((button) => button.dataset.kind));

    /** Whether a line is let through. What tells no date, no source or no sector is not held back by it. */
    function passes(edge) {
      if (hidden.family.has(edge.family) || (edge.line && hidden.line.has(edge.line))) return false;
      if (edge.sources !== undefined && edge.sources < narrow.least) return false;
      if (narrow.first && edge.days && (edge.days[1] < narrow.first || edge.days[0] > narrow.last)) return false;
      return !edge.sectors || !edge.sectors.every((sector) => hidden.sector.has(sector));
    }

    const holds = (node) => !hidden.kind.has(node.kind) && !hidden.sector.has(node.id);
    /** Whether the table lists it: what waits in the legend is there all the same. */
    const lists = (node) => (folded.has(node.kind) || !hidden.kind.has(node.kind)) && !hidden.sector.has(node.id);
    const active = () => toggles.some((button) => pressed(button) !== atFirst.get(button)) || hidden.sector.size || narrow.least > 1 || narrow.first !== "";

    function readPeriod(moved) {
      if (Number(from.value) > Number(until.value)) (moved === from ? until : from).value = moved.value;
      const [a, b] = [Number(from.value), Number(until.value)];
      const all = a === 0 && b === last;
      [narrow.first, narrow.last] = all ? ["", ""] : [steps[a][1], steps[b][2]];
      from.setAttribute("aria-valuetext", steps[a][0]);
      until.setAttribute("aria-valuetext", steps[b][0]);
      at("days").textContent = a === b ? steps[a][0] : `${steps[a][0]} to ${steps[b][0]}`;
      from.parentElement.style.setProperty("--low", last ? a / last : 0);
      from.parentElement.style.setProperty("--high", last ? b / last : 1);
    }

    function readSources() {
      narrow.least = Number(sources.value);
      at("least").textContent = narrow.least === 1 ? "any" : `${narrow.least} or more`;
      sources.setAttribute("aria-valuetext", narrow.least === 1 ? "1 or more" : at("least").textContent);
    }

    function readSectors() {
      hidden.sector = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.sector));
      const shown = boxes.length - hidden.sector.size;
      at("sectors").querySelector("summary").textContent = hidden.sector.size ? `Sectors: ${shown} of ${boxes.length}` : "Sectors";
    }

    function turn(button, on) {
      button.setAttribute("aria-pressed", String(on));
      for (const name of ["kind", "family", "line"]) {
        if (name in button.dataset) hidden[name][on ? "delete" : "add"](button.dataset[name]);
      }
      if (button.id === "details") narrow.details = on;
    }

    function tick(boxesToo) {
      for (const box of boxes) box.checked = boxesToo;
      readSectors();
    }

    function reset() {
      for (const [button, on] of atFirst) turn(button, on);
      tick(true);
      sources.value = 1;
      readSources();
      if (steps.length > 1) {
        [from.value, until.value] = [0, last];
        readPeriod(from);
      }
    }

    function tell() {
      at("reset").hidden = !active();
      changed();
    }

    const on = (element, event, work) => element.addEventListener(event, () => { work(); tell(); });
    for (const button of toggles) on(button, "click", () => turn(button, !pressed(button)));
    for (const box of boxes) on(box, "change", readSectors);
    for (const input of [from, until]) on(input, "input", () => readPeriod(input));
    on(sources, "input", readSources);
    on(at("all-sectors"), "click", () => tick(true));
    on(at("no-sectors"), "click", () => tick(false));
    on(at("reset"), "click", reset);
    for (const button of toggles) turn(button, pressed(button));
    if (steps.length > 1) readPeriod(from);
    document.addEventListener("click", (event) => { if (!event.target.closest("#sectors")) at("sectors").open = false; });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !at("sectors").open) return;
      at("sectors").open = false;
      at("sectors").querySelector("summary").focus();
      event.stopPropagation();
    }, true);
    return { passes, holds, lists, details: () => narrow.details };
  }

  return { make };
})();
