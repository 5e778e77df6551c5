/* Accord: the picture as a file, as it is seen, under its title. */
const Saving = (() => {
  const HEAD = 64;

  function give(blob, title, ending) {
    const name = title.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80) || "picture";
    const link = Panel.element("a", { href: URL.createObjectURL(blob), download: `${name}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function heading(ctx, title, width) {
    Paint.text(ctx, title, 24, 26, "650 22px", Paint.colour("ink"), "left", width - 48);
    const figures = [...document.querySelectorAll(".headline span")].map((part) => part.textContent).join(" · ");
    Paint.text(ctx, figures, 24, 50, "400 13px", Paint.colour("soft"), "left", width - 48);
  }

  /** What the canvas `shown`, `width` page pixels wide, shows. */
  function png(shown, width, title) {
    const ratio = shown.width / width, band = Math.round(HEAD * ratio);
    const sheet = Panel.element("canvas", { width: shown.width, height: shown.height + band });
    const ctx = sheet.getContext("2d");
    ctx.fillStyle = Paint.colour("page");
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.scale(ratio, ratio);
    heading(ctx, title, width);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(shown, 0, band);
    sheet.toBlob((blob) => give(blob, title, "png"), "image/png");
  }

  /** All of `box` as lines and letters, drawn by `draw` on a surface in its own measure; words stay words. */
  function svg(box, title, draw) {
    const pad = 24, [left, top, right, bottom] = box;
    const width = Math.max(right - left + 2 * pad, 480), height = bottom - top + 2 * pad + HEAD;
    const root = Svg.element("svg", { xmlns: Svg.NS, viewBox: `0 0 ${width} ${height}`, width, height, role: "img" });
    Svg.element("title", {}, root).textContent = title;
    const surface = new Svg.Surface(root);
    surface.fillStyle = Paint.colour("page");
    surface.fillRect(0, 0, width, height);
    heading(surface, title, width);
    surface.group = Svg.element("g", { transform: `translate(${(width - left - right) / 2} ${pad + HEAD - top})` }, root);
    draw(surface);
    give(new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" }), title, "svg");
  }

  return { png, svg };
})();
