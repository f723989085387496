import { addCopyButtons } from "./copy-buttons.ts";
import { bindSearch } from "./search-dialog.ts";
import { bindThemeToggle } from "./theme-toggle.ts";

bindThemeToggle();
bindSearch();
addCopyButtons();
