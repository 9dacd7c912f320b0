// Progressive only: every page works without this file.
// Put the cursor on what went wrong, also when htmx swapped the form in place.
const focusErrors = (root) => root.querySelector('[role="alert"][tabindex="-1"]')?.focus();

focusErrors(document);
document.addEventListener('htmx:afterSettle', (event) => focusErrors(event.target));
