"""Signs people up at a constant rate and prints how long they waited.

Each has a moment that does not depend on the answers to others, and waits from that moment on: a portal that cannot
keep up does not slow its visitors down. Prints: RESULT taken others errors per-second, then the latencies in
milliseconds: 50 %, 95 %, 99 %, the longest.
"""

import http.client
import sys
import threading
import time
import urllib.parse

WORKERS = 64

port, occurrence, cookie, token, word = int(sys.argv[1]), *sys.argv[2:6]
rate, seconds = int(sys.argv[6]), int(sys.argv[7])
total = rate * seconds
waited, lock = [], threading.Lock()
counts = {"taken": 0, "others": 0, "errors": 0, "next": 0}
begin = time.monotonic() + 1


def sign_up(connection, number):
    fields = {"dates": occurrence, "seats": "1", "name": "Анна", "consents": "SIGN_UP", "_csrf": token,
              "email": f"{word}-{number}@zarechensk.example"}
    connection.request("POST", "/registrations", urllib.parse.urlencode(fields),
                       {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    return answer.status == 302 and "/registrations/sent?" in answer.getheader("Location", "")


def work():
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while True:
        with lock:
            number = counts["next"]
            counts["next"] += 1
        if number >= total:
            connection.close()
            return
        due = begin + number / rate
        time.sleep(max(0, due - time.monotonic()))
        try:
            outcome = "taken" if sign_up(connection, number) else "others"
        except (OSError, http.client.HTTPException):
            outcome = "errors"
            connection.close()
        with lock:
            counts[outcome] += 1
            waited.append(time.monotonic() - due)


workers = [threading.Thread(target=work) for _ in range(WORKERS)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
took = time.monotonic() - begin
waited.sort()


def share(percent):
    return waited[min(len(waited) - 1, len(waited) * percent // 100)] * 1000


print(f"RESULT {counts['taken']} {counts['others']} {counts['errors']} {counts['taken'] / took:.1f}"
      f" {share(50):.0f} {share(95):.0f} {share(99):.0f} {waited[-1] * 1000:.0f}")
