import { offerKept } from "./kept-list.ts";

// What was asked for is tried again on demand, and by itself once there is a connection.
document.querySelector("[data-again]")?.addEventListener("click", () => location.reload());
addEventListener("online", () => location.reload());

const list = document.querySelector<HTMLElement>("[data-kept-list]");
if (list) void offerKept(list);
