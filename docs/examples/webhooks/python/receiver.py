"""Receives Okno's webhooks, and fetches what was missed from the feed. Python 3.9 or newer, nothing to install.

    OKNO_SECRET=whsec_... PORT=9000 python3 receiver.py
    OKNO_API=https://... OKNO_TOKEN=... python3 receiver.py recover 0
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE = 5 * 60

# In a real system both are tables, written in the transaction that does the work: a unique key on the id, and the
# highest sequence of each thing.
seen = set()
sequences = {}


def verify(secret: str, headers, body: bytes) -> bool:
    """Whether the message is ours, unchanged and fresh (Standard Webhooks 1.0)."""
    message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not message_id or not timestamp.isdigit() or abs(time.time() - int(timestamp)) > TOLERANCE:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    content = f"{message_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    # One signature, or two while the secret is being rotated. compare_digest takes the same time for all.
    given = headers.get("webhook-signature", "").split()
    return any([hmac.compare_digest(expected.encode(), one.encode()) for one in given])


def take(message_id: str, message: dict) -> None:
    """Does the work once, however often and in whatever order the message comes."""
    if message_id in seen:
        return
    seen.add(message_id)
    # The sequence counts the changes of one thing: an application, a charge, a record.
    data, kind = message["data"], message["type"].split(".")[1]
    thing = (kind, data.get(kind + "Id", data.get("applicationId")))
    late = sequences.get(thing, 0) > data["sequence"]
    if not late:
        sequences[thing] = data["sequence"]
    print("late" if late else "took", message_id, message["type"], flush=True)


class Receiver(BaseHTTPRequestHandler):
    # Keeps connections open: one handshake for many messages.
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        # The bytes as they came: a body that was parsed and written again has another signature.
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not verify(os.environ["OKNO_SECRET"], self.headers, body):
            self.answer(401)
            return
        message = json.loads(body)
        if message["type"] == "okno.endpoint.challenge":
            self.answer(200, json.dumps(message["data"]).encode())
            return
        take(self.headers["webhook-id"], message)
        # At once: whatever takes long is done afterwards, from your own queue.
        self.answer(204)

    def answer(self, status: int, body: bytes = b""):
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def recover(after: str) -> None:
    """Reads the feed from a position on; the last line says where to go on the next time."""
    while True:
        request = urllib.request.Request(
            f"{os.environ['OKNO_API']}/api/v1/events?limit=100&after={after}",
            headers={"Authorization": f"Bearer {os.environ['OKNO_TOKEN']}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            feed = json.load(answer)
        for item in feed["items"]:
            take(item["id"], item)
        after = feed["next"]
        if not feed["items"]:
            print("next", after, flush=True)
            return


if __name__ == "__main__":
    if sys.argv[1:2] == ["recover"]:
        recover(sys.argv[2])
    else:
        server = ThreadingHTTPServer(("localhost", int(os.environ.get("PORT", "9000"))), Receiver)
        print("listening", server.server_port, flush=True)
        server.serve_forever()
