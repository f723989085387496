// Only `tidemark dev` serves this: it reloads the page at the next edition and shows what keeps one from coming.
const own = document.querySelector("script[data-edition]");
const base = own.src.replace(/__dev\/live\.js.*$/, "");
const edition = Number(own.dataset.edition);
let dismissed = "";

const bar = make("p", "dev-bar");
bar.setAttribute("role", "status");
const panel = make("section", "dev-problems");
panel.setAttribute("aria-label", "Problems in the content");
panel.setAttribute("aria-live", "assertive");
panel.hidden = true;
document.body.append(panel, bar);

const events = new EventSource(`${base}__dev/events?page=${encodeURIComponent(location.pathname)}`);
events.addEventListener("message", ({ data }) => show(JSON.parse(data)));
events.addEventListener("error", () => {
  bar.textContent = "dev does not answer; what you see may be old";
});
// A reload must not wait for a stream that never ends.
addEventListener("pagehide", () => events.close());
addEventListener("keydown", ({ key }) => key === "Escape" && dismiss());

let shown = "";
function show(state) {
  if (state.edition > edition) {
    location.reload();
    return;
  }
  const warnings = state.warnings === 1 ? "1 warning" : `${state.warnings} warnings`;
  bar.textContent = `dev · read at ${state.at} · ${warnings} · ${state.background}`;
  shown = JSON.stringify(state.problems);
  panel.hidden = state.problems.length === 0 || shown === dismissed;
  if (!panel.hidden) panel.replaceChildren(...panelParts(state));
}

function dismiss() {
  dismissed = shown;
  panel.hidden = true;
}

function panelParts({ problems, at, edition: number }) {
  const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
  const heading = make("h2", "", `${count} in the content`);
  const close = make("button", "", "Hide");
  close.type = "button";
  close.addEventListener("click", dismiss);
  const head = make("div", "dev-head");
  head.append(heading, close);
  const below = number === 0 ? "There is no site yet." : `Below you see the site as it was at ${at}.`;
  const list = make("ol");
  list.append(...problems.map(problemItem));
  return [head, make("p", "dev-below", below), list];
}

function problemItem({ file, line, column, message, help, code, related }) {
  const item = make("li");
  const name = make("a", "", code);
  name.href = `${base}errors/${code}/`;
  const what = make("p", "", `${message} `);
  what.append(name);
  item.append(make("p", "dev-place", placeWords({ file, line, column })), what);
  if (help) item.append(make("p", "dev-help", help));
  for (const other of related) item.append(make("p", "dev-help", `${placeWords(other)}: ${other.message}`));
  return item;
}

function placeWords({ file, line, column }) {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

function make(tag, name = "", text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}
