/* Accord: the picture from afar. Where cards are too small to read, marks that can be told apart, and as many names as have room. */
const Far = (() => {
  const READABLE = 0.5; // the scale below which the lettering of a card cannot be read
  const LETTERS = 12;
  const MOST = 160;
  const SIZE = { circle: 28, hexagon: 28, pill: 11, card: 20, page: 13, badge: 13, ticket: 13 };

  const is = (scale) => scale < READABLE;
  /** The size of a node's mark on the screen, in pixels: smaller where many have to share the room. */
  const size = (node, scale) => SIZE[node.form] * (scale > 0.25 || node.form === "circle" || node.form === "hexagon" ? 1 : 0.75);

  function box(node, x, y, scale) {
    const half = Math.max(size(node, scale), 12) / 2 / scale;
    return { left: x - half, top: y - half, right: x + half, bottom: y + half };
  }

  function mark(ctx, node, x, y, looks, icons, scale) {
    const wide = size(node, scale) / scale;
    ctx.save();
    ctx.setLineDash([]);
    ctx.globalAlpha = looks.alpha;
    ctx.lineWidth = (looks.chosen || looks.pointed ? 3 : 1.2) / scale;
    ctx.strokeStyle = looks.chosen || looks.pointed ? Paint.colour("accent") : Paint.colour("page");
    ctx.fillStyle = Paint.colour(`kind-${node.kind}`);
    ctx.beginPath();
    if (node.form === "card" || node.form === "page") ctx.rect(x - wide / 2, y - wide / 2, wide, wide);
    else if (node.form === "hexagon") Paint.hexagon(ctx, x, y, wide / 2);
    else if (node.form === "ticket") { ctx.moveTo(x, y - wide / 2); ctx.lineTo(x + wide / 2, y); ctx.lineTo(x, y + wide / 2); ctx.lineTo(x - wide / 2, y); ctx.closePath(); }
    else ctx.arc(x, y, wide / 2, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    const ink = Paint.colour(`on-${node.kind}`);
    if ((node.form === "circle" || node.form === "hexagon") && node.code.length < 5) Paint.text(ctx, node.code, x, y, `700 ${9 / scale}px`, ink, "center", wide * 0.86);
    else if (node.form === "card" && wide * scale > 15) Paint.icon(ctx, icons[node.icon], x, y, wide * 0.8, ink);
    ctx.restore();
  }

  /** Writes the names of `items` ({name, box, strong}), the first ones first, each in `sight` where it covers nothing. */
  function names(ctx, items, scale, sight) {
    const taken = items.filter((item) => item.firm).map((item) => item.box);
    const high = (LETTERS + 3) / scale;
    ctx.save();
    ctx.font = `600 ${LETTERS / scale}px ${Paint.FACE}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5 / scale;
    for (const item of items.filter(({ name }) => name).slice(0, MOST)) {
      const wide = ctx.measureText(item.name).width, gap = 3 / scale, middle = (item.box.top + item.box.bottom) / 2;
      const spots = [[item.box.right + gap, middle], [(item.box.left + item.box.right - wide) / 2, item.box.bottom + high / 2], [item.box.left - gap - wide, middle], [(item.box.left + item.box.right - wide) / 2, item.box.top - high / 2]];
      const spot = spots.find(([x, y]) => free({ left: x, top: y - high / 2, right: x + wide, bottom: y + high / 2 }, taken, item.box, sight)) || (item.strong ? spots[0] : null);
      if (!spot) continue;
      taken.push({ left: spot[0], top: spot[1] - high / 2, right: spot[0] + wide, bottom: spot[1] + high / 2 });
      ctx.strokeStyle = Paint.colour("page");
      ctx.fillStyle = Paint.colour("ink");
      ctx.strokeText(item.name, spot[0], spot[1]);
      ctx.fillText(item.name, spot[0], spot[1]);
    }
    ctx.restore();
  }

  const free = (one, taken, own, sight) => one.left >= sight.left && one.right <= sight.right && taken.every((box) => box === own || one.right < box.left || one.left > box.right || one.bottom < box.top || one.top > box.bottom);

  return { is, box, mark, names };
})();
