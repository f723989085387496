import { bindCopyButtons } from "./copy-text.ts";
import { countDown } from "./countdowns.ts";

countDown();
bindCopyButtons();
