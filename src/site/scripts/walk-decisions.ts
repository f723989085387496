import { enRunbook } from "../locales/en-runbook.ts";

/** Walks a decision tree one question at a time, with the answers so far and a way back; the browser's own way back works too. */
export function walkDecisions(runbook: HTMLElement): void {
  const walk = runbook.querySelector<HTMLElement>("[data-walk]");
  const trail = walk?.querySelector<HTMLElement>("[data-walk-trail]");
  const back = walk?.querySelector<HTMLElement>("[data-walk-back]");
  const all = walk?.querySelector<HTMLButtonElement>("[data-walk-all]");
  const nodes = [...(walk?.querySelectorAll<HTMLElement>(".decision") ?? [])];
  const start = nodes[0];
  if (!walk || !trail || !back || !all || !start) return;

  const show = () => {
    const steps = stepsTaken().filter(({ id }) => nodes.some((node) => node.id === id));
    const current = nodes.find(({ id }) => `#${id}` === location.hash) ?? start;
    for (const node of nodes) node.classList.toggle("current", node === current);
    trail.replaceChildren(...steps.map(({ id, answer }, at) => trailRow(nodes, id, answer, at)));
    trail.hidden = steps.length === 0;
    back.hidden = current === start;
    return current;
  };
  walk.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='#decision-']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const from = link.closest<HTMLElement>(".decision");
    // From the trail one goes back to a question; from a question, on with an answer.
    const steps = from
      ? [...stepsTaken(), { id: from.id, answer: link.dataset.answer ?? "" }]
      : stepsTaken().slice(0, Number(link.dataset.at));
    history.pushState({ steps }, "", link.hash);
    settle(show());
  });
  back.addEventListener("click", () => {
    const steps = stepsTaken();
    const last = steps.at(-1)?.id ?? start.id;
    history.pushState({ steps: steps.slice(0, -1) }, "", `#${last}`);
    settle(show());
  });
  all.addEventListener("click", () => {
    const walking = walk.classList.toggle("walking");
    all.setAttribute("aria-pressed", String(!walking));
    show();
  });
  addEventListener("popstate", show);
  for (const link of walk.querySelectorAll<HTMLAnchorElement>(".answers a"))
    link.dataset.answer = (link.firstChild?.textContent ?? "").trim();
  for (const node of nodes) node.tabIndex = -1;
  walk.classList.add("walking", "ready");
  show();
}

interface StepTaken {
  readonly id: string;
  readonly answer: string;
}

/** The answers so far belong to the entry of the browser's history, so they survive a reload and go back with it. */
function stepsTaken(): readonly StepTaken[] {
  return (history.state as { steps?: readonly StepTaken[] } | null)?.steps ?? [];
}

function trailRow(nodes: readonly HTMLElement[], id: string, answer: string, at: number): HTMLElement {
  const row = document.createElement("li");
  const node = nodes.find((each) => each.id === id);
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.dataset.at = String(at);
  link.textContent = node?.querySelector(".decision-ask, .decision-do")?.textContent ?? enRunbook.decisions;
  const said = document.createElement("strong");
  said.textContent = answer;
  row.append(link, " ", said);
  return row;
}

function settle(node: HTMLElement): void {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}
