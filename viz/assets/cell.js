/* Accord: how a cell of the matrix looks. */
const Cell = (() => {
  /** Each doubling of independent sources is a shade more. */
  const strength = (sources) => Math.min(4, Math.floor(Math.log2(Math.max(sources, 1))));

  /** Cooperation fills a cell, dispute is its lower right corner, what is only proposed or has ended a ring. */
  function paint(ctx, found, x, y, size, colour) {
    if (found.cooperation) {
      ctx.globalAlpha = [0.3, 0.48, 0.65, 0.82, 1][strength(found.cooperation)];
      ctx.fillStyle = colour("line-cooperation");
      ctx.fillRect(x, y, size, size);
    }
    if (found.dispute) {
      const cut = found.cooperation ? 0.15 : 0;
      ctx.beginPath();
      ctx.moveTo(x + size, y + cut * size);
      ctx.lineTo(x + size, y + size);
      ctx.lineTo(x + cut * size, y + size);
      ctx.globalAlpha = 1;
      ctx.fillStyle = colour("card"); // or the cooperation under it would colour it
      ctx.fill();
      ctx.globalAlpha = [0.55, 0.67, 0.78, 0.89, 1][strength(found.dispute)];
      ctx.fillStyle = colour("line-dispute");
      ctx.fill();
    }
    ctx.globalAlpha = 1;
    if (!found.cooperation && !found.dispute) {
      ctx.strokeStyle = colour("soft");
      ctx.lineWidth = size > 8 ? 1.5 : 1;
      ctx.strokeRect(x + size * 0.3, y + size * 0.3, size * 0.4, size * 0.4);
    }
  }

  /** Paints the samples of the legend. */
  function samples(colour) {
    for (const sample of document.querySelectorAll("canvas[data-sample]")) {
      const [cooperation, dispute] = sample.dataset.sample.split(" ").map(Number), ctx = sample.getContext("2d");
      ctx.fillStyle = colour("card");
      ctx.fillRect(0, 0, 16, 16);
      paint(ctx, { cooperation, dispute }, 0, 0, 16, colour);
    }
  }

  return { paint, samples };
})();
