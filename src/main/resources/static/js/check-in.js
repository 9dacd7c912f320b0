// Ticks go into a queue on the device and leave it one after another, each once: its id says so. Without this file the
// same forms work by themselves. The queue holds ids and numbers, no names.
const list = document.getElementById('ticks');
const sync = document.getElementById('sync');
const key = `check-in:${list.dataset.occurrence}`;
const read = () => JSON.parse(localStorage.getItem(key) || '[]');
const write = (queue) => { if (queue.length) localStorage.setItem(key, JSON.stringify(queue)); else localStorage.removeItem(key); };
const token = document.querySelector('input[name="_csrf"]').value;
let sending = false;
let refused = false;

const say = (offline) => {
  const waiting = read().length;
  sync.hidden = false;
  sync.textContent = refused ? sync.dataset.refused : waiting === 0 ? sync.dataset.sent
    : `${offline || !navigator.onLine ? sync.dataset.offline : sync.dataset.waiting} ${waiting}`;
};

const total = () => {
  const rows = [...list.querySelectorAll('li')].reduce((sum, row) => sum + Number(row.dataset.came), 0);
  const walked = [...document.querySelectorAll('.walk-ins .count')].reduce((sum, count) => sum + Number(count.textContent), 0);
  document.getElementById('came').textContent = rows + walked;
};

const show = (tick) => {
  if (tick.registration) {
    const row = list.querySelector(`input[value="${tick.registration}"]`)?.closest('li');
    if (!row) return;
    row.dataset.came = tick.people;
    row.classList.toggle('in', Number(tick.people) > 0);
    row.querySelector('.mark.number').textContent = tick.people;
  } else {
    const count = document.querySelector(`.walk-ins input[value="${tick.band}"]`).form.querySelector('.count');
    count.textContent = Math.max(0, Number(count.textContent) + Number(tick.people));
  }
  total();
};

const flush = async () => {
  if (sending) return;
  sending = true;
  let offline = false;
  while (read().length && !offline) {
    const tick = read()[0];
    try {
      const answer = await fetch(list.dataset.to, {
        method: 'POST', redirect: 'manual', headers: { Accept: 'application/json' },
        body: new URLSearchParams({ ...tick, _csrf: token }),
      });
      if (answer.status === 204) write(read().filter((one) => one.tick !== tick.tick));
      else if (answer.status === 422 || answer.status === 404) { refused = true; write(read().filter((one) => one.tick !== tick.tick)); }
      else offline = true;
    } catch { offline = true; }
    say(offline);
  }
  sending = false;
  if (offline) setTimeout(flush, 5000);
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.elements.tick) return;
  event.preventDefault();
  const tick = { tick: crypto.randomUUID ? crypto.randomUUID() : form.elements.tick.value, people: event.submitter.value, at: new Date().toISOString() };
  if (form.elements.registration) tick.registration = form.elements.registration.value;
  if (form.elements.band) tick.band = form.elements.band.value;
  write([...read(), tick]);
  show(tick);
  say();
  flush();
});

document.getElementById('q').addEventListener('input', (event) => {
  const begin = event.target.value.trim().toLowerCase();
  list.querySelectorAll('li').forEach((row) => { row.hidden = !row.dataset.name.split(/\s+/).some((word) => word.startsWith(begin)) && !row.dataset.name.startsWith(begin); });
});

// what was queued before the page was loaded anew
read().forEach((tick) => { if (tick.registration) show(tick); });
total();
window.addEventListener('online', flush);
window.addEventListener('offline', () => say(true));
if (read().length) { say(); flush(); }

// The camera reads tickets; any other camera may do it too, for the code holds an address.
const scan = document.getElementById('scan');
const camera = document.getElementById('camera');
const load = (address) => new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = address; script.onload = done; script.onerror = failed;
  document.head.append(script);
});
const reader = async () => {
  if ('BarcodeDetector' in window) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async () => (await detector.detect(camera))[0]?.rawValue;
  }
  await load(camera.dataset.reader);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    canvas.width = camera.videoWidth; canvas.height = camera.videoHeight;
    pen.drawImage(camera, 0, 0);
    const seen = pen.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(seen.data, seen.width, seen.height)?.data;
  };
};
if (navigator.mediaDevices?.getUserMedia) {
  scan.hidden = false;
  scan.addEventListener('click', async () => {
    try {
      camera.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      camera.hidden = false;
      await camera.play();
      const look = await reader();
      const again = async () => {
        const found = (await look() || '').match(/\/tickets\/([A-Za-z0-9_-]{43})$/);
        if (found) {
          camera.srcObject.getTracks().forEach((track) => track.stop());
          location.assign(`/desk/attendance/tickets/${found[1]}`);
        } else setTimeout(again, 200);
      };
      again();
    } catch { camera.hidden = true; scan.hidden = true; }
  });
}
