// Progressive only: every page works without this file.
// Put the cursor on what went wrong, also when htmx swapped the form in place.
const focusErrors = (root) => root.querySelector('[role="alert"][tabindex="-1"]')?.focus();

focusErrors(document);
document.addEventListener('htmx:afterSettle', (event) => focusErrors(event.target));

// How long the seats of an open form are still kept.
document.querySelectorAll('[data-until]').forEach((place) => {
  const until = Date.parse(place.dataset.until);
  const said = place.textContent;
  const tick = () => {
    const left = Math.max(0, Math.round((until - Date.now()) / 1000));
    place.textContent = `${said} · ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (left > 0) setTimeout(tick, 1000);
  };
  if (until - Date.now() < 3.6e6) tick();
});
