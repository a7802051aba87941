// Receives Okno's webhooks, and fetches what was missed from the feed. Node 20 or newer.
//
//   npm install
//   OKNO_SECRET=whsec_... PORT=9000 node receiver.js
//   OKNO_API=https://... OKNO_TOKEN=... node receiver.js recover 0
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

// In a real system both are tables, written in the transaction that does the work: a unique key on the id, and the
// highest sequence of each thing.
const seen = new Set();
const sequences = new Map();

/** Does the work once, however often and in whatever order the message comes. */
function take(id, message) {
  if (seen.has(id)) return;
  seen.add(id);
  // The sequence counts the changes of one thing: an application, a charge, a record.
  const { sequence } = message.data;
  const kind = message.type.split(".")[1];
  const thing = `${kind} ${message.data[`${kind}Id`] ?? message.data.applicationId}`;
  const late = (sequences.get(thing) ?? 0) > sequence;
  if (!late) sequences.set(thing, sequence);
  console.log(`${late ? "late" : "took"} ${id} ${message.type}`);
}

async function receive(request, response, webhook) {
  // The bytes as they came: a body that was parsed and written again has another signature.
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  let message;
  try {
    // Compares in constant time, takes any of several signatures, refuses what is older than five minutes.
    message = webhook.verify(Buffer.concat(chunks).toString("utf8"), request.headers);
  } catch {
    response.writeHead(401).end();
    return;
  }
  if (message.type === "okno.endpoint.challenge") {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(message.data));
    return;
  }
  take(request.headers["webhook-id"], message);
  // At once: whatever takes long is done afterwards, from your own queue.
  response.writeHead(204).end();
}

/** Reads the feed from a position on; the last line says where to go on the next time. */
async function recover(after) {
  for (;;) {
    const answer = await fetch(`${process.env.OKNO_API}/api/v1/events?limit=100&after=${after}`, {
      headers: { Authorization: `Bearer ${process.env.OKNO_TOKEN}` },
    });
    if (!answer.ok) throw new Error(`feed answered ${answer.status}`);
    const { items, next } = await answer.json();
    for (const item of items) take(item.id, item);
    after = next;
    if (items.length === 0) {
      console.log(`next ${after}`);
      return;
    }
  }
}

if (process.argv[2] === "recover") {
  await recover(process.argv[3]);
} else {
  const webhook = new Webhook(process.env.OKNO_SECRET);
  const server = createServer((request, response) => receive(request, response, webhook));
  server.listen(process.env.PORT ?? 9000, "localhost", () => console.log(`listening ${server.address().port}`));
}
