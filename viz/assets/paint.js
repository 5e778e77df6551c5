/* Accord: how nodes are painted on the canvas, in the colours of the page. */
"use strict";
const Paint = (() => {
  const FACE = '"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
  const TILE = 38;
  const PAD = 11;
  const FORMS = { card: plate, page: folded, badge: pill, ticket: notched };
  const paths = new Map();
  let known = new Map();

  /** The colour of that name on the page as it is now, light or dark. */
  function colour(name) {
    if (!known.has(name)) known.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    return known.get(name);
  }

  function forgetColours() { known = new Map(); }

  function roundRect(ctx, x, y, w, h, r) {
    ctx.beginPath();
    ctx.moveTo(x + r, y);
    ctx.arcTo(x + w, y, x + w, y + h, r);
    ctx.arcTo(x + w, y + h, x, y + h, r);
    ctx.arcTo(x, y + h, x, y, r);
    ctx.arcTo(x, y, x + w, y, r);
    ctx.closePath();
  }

  function plate(ctx, x, y, w, h) { roundRect(ctx, x, y, w, h, 9); }
  function pill(ctx, x, y, w, h) { roundRect(ctx, x, y, w, h, Math.min(h / 2, 24)); }
  function polygon(ctx, points) {
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
  }
  function folded(ctx, x, y, w, h) {
    const c = 13;
    polygon(ctx, [[x, y], [x + w - c, y], [x + w, y + c], [x + w, y + h], [x, y + h]]);
  }
  function notched(ctx, x, y, w, h) {
    const c = 9;
    polygon(ctx, [[x + c, y], [x + w - c, y], [x + w, y + c], [x + w, y + h - c], [x + w - c, y + h], [x + c, y + h],
      [x, y + h - c], [x, y + c]]);
  }
  function hexagon(ctx, x, y, r) {
    polygon(ctx, [0, 1, 2, 3, 4, 5].map((i) => [x + r * Math.cos(i * Math.PI / 3), y + r * Math.sin(i * Math.PI / 3)]));
  }

  function text(ctx, line, x, y, font, fill, align, widest) {
    ctx.font = `${font} ${FACE}`;
    ctx.fillStyle = fill;
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    ctx.fillText(line, x, y, widest);
  }

  function icon(ctx, data, x, y, size, ink) {
    if (!paths.has(data)) paths.set(data, Object.assign(new Path2D(data), { data }));
    ctx.save();
    ctx.translate(x - size / 2, y - size / 2);
    ctx.scale(size / 24, size / 24);
    ctx.strokeStyle = ink;
    ctx.lineWidth = 2;
    ctx.lineCap = ctx.lineJoin = "round";
    ctx.setLineDash([]);
    ctx.stroke(paths.get(data));
    ctx.restore();
  }

  /** The box of a node at (x, y): what is painted, and what a pointer hits. */
  function box(node, place, x, y) {
    const { w, h, side } = place;
    const left = side === "left" ? x + TILE / 2 - w : side === "right" ? x - TILE / 2 : x - w / 2;
    return { left, top: y - h / 2, right: left + w, bottom: y + h / 2 };
  }

  function lettering(ctx, place, x, y, align, widest, size, ink, soft) {
    const step = size + 4;
    let at = y - (step * place.lines.length + 16 * place.notes.length) / 2;
    for (const line of place.lines) { text(ctx, line, x, at + step / 2, `600 ${size}px`, ink, align, widest); at += step; }
    for (const line of place.notes) { text(ctx, line, x, at + 8, "400 12.5px", soft, align, widest); at += 16; }
  }

  function onPlate(ctx, node, place, at, icons) {
    const w = at.right - at.left, h = at.bottom - at.top;
    const outline = () => FORMS[node.form](ctx, at.left, at.top, w, h);
    const flipped = place.side === "left";
    outline();
    ctx.fillStyle = colour("card");
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.fillStyle = colour(`kind-${node.kind}`);
    ctx.fillRect(flipped ? at.right - TILE : at.left, at.top, TILE, h);
    ctx.restore();
    outline();
    ctx.stroke();
    const middle = (at.top + at.bottom) / 2;
    icon(ctx, icons[node.icon], flipped ? at.right - TILE / 2 : at.left + TILE / 2, middle, 21, colour(`on-${node.kind}`));
    const x = flipped ? at.right - TILE - PAD : at.left + TILE + PAD;
    lettering(ctx, place, x, middle, flipped ? "right" : "left", w - TILE - PAD - 6, 15, colour("ink"), colour("soft"));
  }

  function onDisc(ctx, node, place, x, y) {
    const r = place.w / 2;
    if (node.form === "hexagon") hexagon(ctx, x, y, r);
    else { ctx.beginPath(); ctx.arc(x, y, r, 0, 2 * Math.PI); }
    ctx.fillStyle = colour(`kind-${node.kind}`);
    ctx.fill();
    ctx.stroke();
    text(ctx, node.code, x, y + 1, `700 ${Math.round(r * 0.52)}px`, colour(`on-${node.kind}`), "center", 1.6 * r);
    const first = place.side === "above" ? y - r - 14 - 19 * (place.lines.length - 1) : y + r + 16;
    place.lines.forEach((line, i) => {
      ctx.font = `600 16px ${FACE}`;
      ctx.lineWidth = 4;
      ctx.strokeStyle = colour("page");
      ctx.lineJoin = "round";
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.strokeText(line, x, first + 19 * i);
      text(ctx, line, x, first + 19 * i, "600 16px", colour("ink"), "center");
    });
  }

  /** Hides the lines under a node that is about to be painted faintly. */
  function cover(ctx, node, place, x, y) {
    const at = box(node, place, x, y);
    if (node.form === "circle" || node.form === "hexagon") { ctx.beginPath(); ctx.arc(x, y, place.w / 2, 0, 2 * Math.PI); }
    else (FORMS[node.form] || pill)(ctx, at.left, at.top, place.w, place.h);
    ctx.fillStyle = colour("page");
    ctx.fill();
  }

  /** Paints `node` at (x, y). `state` is {alpha, chosen, pointed}. */
  function paint(ctx, node, place, x, y, state, icons) {
    ctx.save();
    if (state.alpha < 1) cover(ctx, node, place, x, y);
    ctx.globalAlpha = state.alpha;
    ctx.setLineDash([]);
    ctx.lineWidth = state.chosen ? 4 : state.pointed ? 3 : 1.75;
    ctx.strokeStyle = state.chosen || state.pointed ? colour("accent") : colour(`edge-${node.kind}`);
    const at = box(node, place, x, y);
    if (node.form === "circle" || node.form === "hexagon") {
      onDisc(ctx, node, place, x, y);
    } else if (node.form === "pill") {
      pill(ctx, at.left, at.top, place.w, place.h);
      ctx.fillStyle = colour("kind-dyad");
      ctx.fill();
      ctx.stroke();
      lettering(ctx, place, x, y, "center", place.w - 24, 18, colour("on-dyad"), colour("on-dyad"));
    } else {
      onPlate(ctx, node, place, at, icons);
    }
    ctx.restore();
  }

  return { FACE, TILE, box, colour, forgetColours, hexagon, icon, paint, text };
})();
