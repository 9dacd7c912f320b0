// Progressive only: fills in where the visitor is, after being asked to. Nothing is sent until the form is.
document.querySelectorAll('[data-nearby]').forEach((button) => {
  if (!navigator.geolocation) { return; }
  const field = document.getElementById(button.dataset.nearby);
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { field.value = `${coords.latitude.toFixed(4)}; ${coords.longitude.toFixed(4)}`; field.form.requestSubmit(); },
      () => { button.disabled = false; button.textContent = button.dataset.failed; },
      { maximumAge: 600000, timeout: 10000 });
  });
});
