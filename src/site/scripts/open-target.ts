// Whoever follows a link to an item's line wants to see what it says: the line that the address names is open.
function openTarget(): void {
  const line = document.getElementById(location.hash.slice(1));
  const more = line?.querySelector<HTMLDetailsElement>(".board-more");
  if (more) more.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
