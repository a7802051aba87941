package okno.local.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A payment provider with a page of its own on which the person pays or declines, and a signed callback. */
final class PaymentProvider {

    enum Status {
        CREATED,
        SUCCEEDED,
        DECLINED,
        EXPIRED
    }

    /** Amount in minor units. */
    record OpenSession(
            String merchantPaymentId,
            long amount,
            String currency,
            @Nullable String description,
            String returnUrl,
            String callbackUrl) {}

    record Session(
            String sessionId,
            String pageUrl,
            Status status,
            String merchantPaymentId,
            long amount,
            String currency,
            @Nullable String providerPaymentId,
            Instant createdAt) {

        Session ended(Status outcome) {
            String payment = outcome == Status.SUCCEEDED ? "sbx-" + UUID.randomUUID() : null;
            return new Session(sessionId, pageUrl, outcome, merchantPaymentId, amount, currency, payment, createdAt);
        }
    }

    private record Callback(
            String eventId,
            String sessionId,
            String merchantPaymentId,
            Status status,
            long amount,
            String currency,
            @Nullable String providerPaymentId,
            Instant occurredAt) {}

    /** What the merchant asked for and what became of it. */
    private static final class Entry {
        final OpenSession asked;
        private Session session;

        Entry(OpenSession asked, Session session) {
            this.asked = asked;
            this.session = session;
        }

        synchronized Session session() {
            return session;
        }

        /** True for the one call that ends the session: a page that is sent twice changes nothing. */
        synchronized boolean end(Status outcome) {
            if (session.status() != Status.CREATED) {
                return false;
            }
            session = session.ended(outcome);
            return true;
        }
    }

    private final Map<String, Entry> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> byIdempotencyKey = new ConcurrentHashMap<>();
    private final Callbacks callbacks;
    private final String authorization;
    private final int port;

    PaymentProvider(SandboxSettings settings, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.authorization = "Bearer " + settings.providerKey();
        this.port = settings.port();
    }

    void addTo(Answers answers) {
        answers.on("open-session", this::open)
                .on("find-session", this::find)
                .on("payment-page", this::page)
                .on("pay", this::pay);
    }

    private boolean refused(Call call) {
        return !call.header("Authorization").orElse("").equals(authorization);
    }

    private Reply open(Call call) {
        if (refused(call)) {
            return Reply.fault(401, "wrong key");
        }
        OpenSession asked = call.json(OpenSession.class);
        if (asked.merchantPaymentId() == null || asked.callbackUrl() == null || asked.amount() <= 0) {
            return Reply.fault(400, "merchantPaymentId, amount and callbackUrl are required");
        }
        String key = call.header("Idempotency-Key").orElse(asked.merchantPaymentId());
        String id = byIdempotencyKey.computeIfAbsent(key, any -> create(asked));
        return find(id).map(entry -> Reply.json(201, entry.session())).orElseThrow();
    }

    private String create(OpenSession asked) {
        String id = UUID.randomUUID().toString();
        String page = "http://localhost:%d/provider/pages/%s".formatted(port, id);
        var session = new Session(
                id,
                page,
                Status.CREATED,
                asked.merchantPaymentId(),
                asked.amount(),
                asked.currency(),
                null,
                Instant.now());
        sessions.put(id, new Entry(asked, session));
        return id;
    }

    private Optional<Entry> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    private Reply find(Call call) {
        if (refused(call)) {
            return Reply.fault(401, "wrong key");
        }
        return find(call.pathValue("id"))
                .map(entry -> Reply.json(200, entry.session()))
                .orElseGet(() -> Reply.fault(404, "no such session"));
    }

    private Reply page(Call call) {
        return find(call.pathValue("id"))
                .map(entry -> Reply.html(Pages.payment(entry.asked, entry.session())))
                .orElseGet(() -> Reply.fault(404, "no such session"));
    }

    private Reply pay(Call call) {
        Status outcome =
                switch (call.form("outcome").orElse("")) {
                    case "pay" -> Status.SUCCEEDED;
                    case "decline" -> Status.DECLINED;
                    default -> Status.CREATED;
                };
        if (outcome == Status.CREATED) {
            return Reply.fault(400, "outcome is pay or decline");
        }
        return find(call.pathValue("id"))
                .map(entry -> end(entry, outcome))
                .orElseGet(() -> Reply.fault(404, "no such session"));
    }

    private Reply end(Entry entry, Status outcome) {
        if (entry.end(outcome)) {
            tell(entry.asked, entry.session());
        }
        return Reply.seeOther(entry.asked.returnUrl());
    }

    private void tell(OpenSession asked, Session session) {
        String eventId = "evt_" + UUID.randomUUID();
        var callback = new Callback(
                eventId,
                session.sessionId(),
                session.merchantPaymentId(),
                session.status(),
                session.amount(),
                session.currency(),
                session.providerPaymentId(),
                Instant.now());
        callbacks.send(URI.create(asked.callbackUrl()), eventId, Call.JSON.writeValueAsString(callback));
    }
}
