/* Accord: a drawing surface that keeps what is drawn as SVG. It knows what paint.js and vis-network's lines ask of it. */
const Svg = (() => {
  const NS = "http://www.w3.org/2000/svg";
  const round = (number) => Math.round(number * 100) / 100;

  function element(tag, attributes, parent) {
    const made = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (parent) parent.append(made);
    return made;
  }

  class Surface {
    constructor(root) {
      this.root = root;
      this.group = root;
      this.clips = 0;
      this.steps = [];
      this.stack = [];
      this.ruler = document.createElement("canvas").getContext("2d");
      Object.assign(this, {
        fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "10px sans-serif", textAlign: "start",
        textBaseline: "alphabetic", lineCap: "butt", lineJoin: "miter", dash: [], matrix: [1, 1, 0, 0],
      });
    }

    save() {
      const kept = ["fillStyle", "strokeStyle", "lineWidth", "globalAlpha", "font", "textAlign", "textBaseline", "lineCap", "lineJoin", "dash", "matrix", "group"];
      this.stack.push(Object.fromEntries(kept.map((name) => [name, this[name]])));
    }

    restore() { Object.assign(this, this.stack.pop()); }

    translate(x, y) {
      const [sx, sy, dx, dy] = this.matrix;
      this.matrix = [sx, sy, dx + sx * x, dy + sy * y];
    }

    scale(x, y) {
      const [sx, sy, dx, dy] = this.matrix;
      this.matrix = [sx * x, sy * y, dx, dy];
    }

    setLineDash(dash) { this.dash = dash; }
    getLineDash() { return this.dash; }

    beginPath() { this.steps = []; }
    closePath() { this.steps.push("Z"); }
    moveTo(x, y) { this.go("M", x, y); }
    lineTo(x, y) { this.go(this.steps.length ? "L" : "M", x, y); }
    quadraticCurveTo(a, b, x, y) { this.go("Q", a, b, x, y); }
    bezierCurveTo(a, b, c, d, x, y) { this.go("C", a, b, c, d, x, y); }
    rect(x, y, w, h) { this.go("M", x, y); this.go("h", w); this.go("v", h); this.go("h", -w); this.closePath(); }

    go(letter, ...numbers) {
      this.steps.push(letter + numbers.map(round).join(" "));
      if (letter !== "h" && letter !== "v") this.end = numbers.slice(-2);
    }

    arc(x, y, r, start, stop, back = false) {
      const turn = back ? start - stop : stop - start, sweep = back ? 0 : 1;
      const point = (angle) => [x + r * Math.cos(angle), y + r * Math.sin(angle)];
      this.lineTo(...point(start));
      const part = (angle, large) => this.go("A", r, r, 0, large, sweep, ...point(angle));
      if (Math.abs(turn) < 2 * Math.PI - 1e-6) { part(stop, Math.abs(turn) > Math.PI ? 1 : 0); return; }
      part(start + (back ? -Math.PI : Math.PI), 0);
      part(stop, 0);
      this.closePath();
    }

    /** A corner: straight on towards (a, b), then round it with radius `r` in the direction of (x, y). */
    arcTo(a, b, x, y, r) {
      const [px, py] = this.end, before = Math.hypot(px - a, py - b), after = Math.hypot(x - a, y - b);
      const u = [(px - a) / before, (py - b) / before], v = [(x - a) / after, (y - b) / after];
      const angle = Math.acos(Math.max(-1, Math.min(1, u[0] * v[0] + u[1] * v[1])));
      const reach = r / Math.tan(angle / 2);
      this.lineTo(a + u[0] * reach, b + u[1] * reach);
      this.go("A", r, r, 0, 0, u[0] * v[1] - u[1] * v[0] < 0 ? 1 : 0, a + v[0] * reach, b + v[1] * reach);
    }

    clip() {
      const id = `clip-${++this.clips}`;
      const shape = element("clipPath", { id }, this.root);
      element("path", { d: this.steps.join("") }, shape);
      this.group = element("g", { "clip-path": `url(#${id})` }, this.group);
    }

    put(tag, attributes, colours) {
      const [sx, sy, dx, dy] = this.matrix;
      const moved = sx === 1 && sy === 1 && !dx && !dy ? {} : { transform: `matrix(${round(sx)} 0 0 ${round(sy)} ${round(dx)} ${round(dy)})` };
      const pale = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {};
      return element(tag, { ...attributes, ...colours, ...moved, ...pale }, this.group);
    }

    outline() {
      const dash = this.dash.length ? { "stroke-dasharray": this.dash.join(" ") } : {};
      return { fill: "none", stroke: this.strokeStyle, "stroke-width": round(this.lineWidth), "stroke-linecap": this.lineCap, "stroke-linejoin": this.lineJoin, ...dash };
    }

    fill() { this.put("path", { d: this.steps.join("") }, { fill: this.fillStyle }); }
    stroke(path) { this.put("path", { d: path ? path.data : this.steps.join("") }, this.outline()); }
    fillRect(x, y, width, height) { this.put("rect", { x: round(x), y: round(y), width: round(width), height: round(height) }, { fill: this.fillStyle }); }

    measureText(words) {
      this.ruler.font = this.font;
      return this.ruler.measureText(words);
    }

    fillText(words, x, y, widest) { this.letter(words, x, y, widest, { fill: this.fillStyle }); }
    strokeText(words, x, y) { this.letter(words, x, y, undefined, this.outline()); }

    letter(words, x, y, widest, colours) {
      if (!words || this.fillStyle === "rgba(0,0,0,0)") return;
      const anchor = { center: "middle", right: "end", end: "end" }[this.textAlign] || "start";
      const [, weight, size, face] = /^(?:(\d+|bold|normal)\s+)?([\d.]+)px\s+(.*)$/.exec(this.font.trim()) || [, "400", "12", "sans-serif"];
      const squeezed = widest && this.measureText(words).width > widest ? { textLength: round(widest), lengthAdjust: "spacingAndGlyphs" } : {};
      const middle = this.textBaseline === "middle" ? { "dominant-baseline": "central" } : {};
      const made = this.put("text", {
        x: round(x), y: round(y), "font-size": size, "font-weight": weight || "400", "font-family": face,
        "text-anchor": anchor, ...middle, ...squeezed,
      }, colours);
      made.textContent = words;
    }
  }

  return { NS, Surface, element };
})();
