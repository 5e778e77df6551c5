/* Accord: the side panel. All that comes from articles is set as text content, never as markup. */
const Panel = (() => {
  /** An element of that tag with these properties and children; strings become text. */
  function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name === "class") made.className = value;
      else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  const isolated = (words) => element("bdi", {}, words);

  function quotation(quote, served) {
    const sentence = element("p", { dir: "auto" });
    for (const [words, marked] of quote.parts) sentence.append(marked ? element("mark", {}, words) : words);
    const title = quote.url && /^https?:\/\//i.test(quote.url)
      ? element("a", { href: quote.url, target: "_blank", rel: "noopener noreferrer" }, isolated(quote.title))
      : isolated(quote.title);
    return element("figure", { class: "quote" },
      element("blockquote", {}, sentence),
      element("figcaption", {}, element("cite", {}, title), quote.by ? " · " : "", quote.by ? isolated(quote.by) : "",
        ` · ${quote.confidence}`, served ? " · " : "",
        served ? element("a", { href: quote.place }, "in the article") : ""));
  }

  function chip(line, status) {
    return status ? element("span", { class: `chip chip-${line || "none"}` }, status) : null;
  }

  function head(over, fact, close) {
    return [
      element("button", { type: "button", class: "close", onclick: close }, "Close"),
      element("p", { class: "over" }, over, chip(fact.line, fact.status)),
      element("h2", {}, isolated(fact.title)),
    ];
  }

  function figures(rows) {
    const list = element("dl");
    for (const [name, value] of rows) list.append(element("dt", {}, name), element("dd", {}, isolated(value)));
    return rows.length ? [list] : [];
  }

  /** The numbers of quotations, each sentence once: of several the one with most words marked, in the first's place. */
  function toldOnce(numbers, quotes) {
    const said = (number) => JSON.stringify([quotes[number].parts.map(([words]) => words).join(""), quotes[number].title]);
    const marks = (number) => quotes[number].parts.filter(([, marked]) => marked).length;
    const told = new Map();
    for (const number of numbers) {
      const key = said(number);
      if (!told.has(key) || marks(number) > marks(told.get(key))) told.set(key, number);
    }
    return [...told.values()];
  }

  function sentences(numbers, data) {
    if (!numbers.length) return [];
    const heading = numbers.length === 1 ? "The sentence behind it" : `The ${numbers.length} sentences behind it`;
    return [element("h3", {}, heading), ...numbers.map((number) => quotation(data.quotes[number], data.served))];
  }

  /** Links to other pages of the API: [words, address]. */
  function further(links) {
    return links ? [element("p", { class: "further" }, ...links.map(([words, href]) => element("a", { href }, words)))] : [];
  }

  function ofEdge(fact, data, close) {
    const none = fact.family === "frame"
      ? "This line shows what belongs to what. The sentences are on the things that it joins."
      : "No sentence is stored for this line.";
    return [
      ...head(fact.over, fact, close), ...figures(fact.rows),
      ...(fact.quotes.length ? sentences(fact.quotes, data) : [element("p", {}, none)]),
    ];
  }

  function ofNode(fact, data, close, choose) {
    const facts = fact.edges.filter((id) => data.edges[id].family !== "frame" || data.edges[id].quotes.length);
    const links = facts.map((id) => element("li", {}, element("button", { type: "button", onclick: () => choose(id) },
      isolated(data.edges[id].title),
      element("small", {}, [data.edges[id].status, `${data.edges[id].quotes.length} sentence${data.edges[id].quotes.length === 1 ? "" : "s"}`]
        .filter(Boolean).join(" · ")))));
    const numbers = facts.length === 1 || facts.length && facts.length < 4 && fact.over !== "Relationship"
      ? toldOnce(facts.flatMap((id) => data.edges[id].quotes), data.quotes) : [];
    return [
      ...head(fact.over, fact, close), ...figures(fact.rows), ...further(fact.further), ...sentences(numbers, data),
      ...(links.length ? [element("h3", {}, "What is said of it"), element("ul", { class: "links" }, ...links)] : []),
    ];
  }

  return { element, isolated, ofEdge, ofNode };
})();
