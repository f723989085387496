import { addCopyButtons } from "./copy-buttons.ts";
import { showCurrentSection } from "./current-section.ts";
import { bindSearch } from "./search-dialog.ts";
import { bindThemeToggle } from "./theme-toggle.ts";

showCurrentSection();
bindThemeToggle();
bindSearch();
addCopyButtons();
