package okno.webhook.delivery.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okno.webhook.delivery.DeliveryProperties.Flow;
import okno.webhook.delivery.DeliveryProperties.Retry;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.domain.RetryPolicy;
import okno.webhook.delivery.persistence.Destinations.Destination;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;
import okno.webhook.delivery.persistence.Results.AttemptResult;
import okno.webhook.egress.SendResult;
import okno.webhook.endpoint.SigningKeys.TimedKey;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.signing.SigningKey;
import okno.webhook.signing.SigningSecret;

/** Clock, database and receivers for {@link Lines}: what the engine asks for happens when the test's time reaches it. */
final class FakeWorld implements Work {

    private static final Duration ROUND_TRIP = Duration.ofMillis(10);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
    private static final int SUBJECTS = 3;

    private final Retry retry = new Retry(
            durations("PT0S", "PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H"),
            0.2,
            Duration.ofHours(24),
            3,
            durations("PT5S", "PT30S", "PT2M", "PT5M", "PT15M", "PT30M", "PT1H"),
            Duration.ofDays(5),
            Duration.ofHours(72));
    private final Flow flow = new Flow(256, 8, 32, 0.25, Duration.ofSeconds(1), 128, Duration.ofMillis(20), 500);
    private final Lines lines = new Lines(
            flow,
            new Verdicts(
                    new RetryPolicy(
                            retry.schedule(),
                            retry.probeDelays(),
                            retry.breakerThreshold(),
                            retry.retryAfterCap(),
                            retry.jitter(),
                            () -> 0.5),
                    retry),
            this);
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Map<UUID, Destination> endpoints = new HashMap<>();
    private final Map<UUID, TreeMap<UUID, PendingDelivery>> pending = new HashMap<>();
    private final Map<UUID, Instant> retryAt = new HashMap<>();
    private final Map<UUID, Function<Flight, SendResult>> answers = new HashMap<>();
    private final Map<UUID, Duration> delays = new HashMap<>();
    private final List<Flight> flights = new ArrayList<>();
    private final List<AttemptResult> recorded = new ArrayList<>();
    private final List<DisabledReason> disabled = new ArrayList<>();
    private Instant now = START;
    private long order;
    private boolean owner = true;

    FakeWorld() {
        leaseFor(Duration.ofDays(100));
    }

    private record Due(Instant at, long order, Runnable what) {}

    Lines lines() {
        return lines;
    }

    Instant now() {
        return now;
    }

    long seconds() {
        return Duration.between(START, now).toSeconds();
    }

    UUID endpoint(int shard, boolean ordered) {
        UUID id = new UUID(1, shard);
        var destination = new Destination(
                id, (short) shard, "http://localhost/" + shard, true, ordered, START, Breaker.CLOSED, null);
        endpoints.put(id, destination);
        pending.put(id, new TreeMap<>());
        lines.seen(List.of(destination));
        return id;
    }

    void backlog(UUID endpoint, int rows) {
        for (int i = 0; i < rows; i++) {
            UUID id = row(endpoint, i);
            pending.get(endpoint).put(id, delivery(endpoint, id, new UUID(7, i % SUBJECTS), 0));
        }
        lines.committed(List.of(endpoint));
    }

    /** One more row, which the fan-out of this process hands over. */
    void handOver(UUID endpoint, int number) {
        lines.handOver(List.of(new Fresh(endpoint, START, add(endpoint, number))));
    }

    /** One more row, anywhere. */
    void redeliver(UUID endpoint, int number) {
        add(endpoint, number);
        lines.committed(List.of(endpoint));
    }

    private PendingDelivery add(UUID endpoint, int number) {
        PendingDelivery row = delivery(endpoint, row(endpoint, number), new UUID(7, number % SUBJECTS), 0);
        pending.get(endpoint).put(row.id(), row);
        return row;
    }

    private static PendingDelivery delivery(UUID endpoint, UUID id, UUID subject, int step) {
        return new PendingDelivery(endpoint, id, id, subject, step, 0, null, START, "t", START, new byte[1024]);
    }

    UUID row(UUID endpoint, int number) {
        return new UUID(endpoint.getLeastSignificantBits() + 1, number);
    }

    Set<UUID> rowsOfSubject(UUID endpoint, int subject) {
        return IntStream.range(0, 1000)
                .filter(i -> i % SUBJECTS == subject)
                .mapToObj(i -> row(endpoint, i))
                .collect(Collectors.toSet());
    }

    void answer(UUID endpoint, Function<Flight, SendResult> answer) {
        answers.put(endpoint, answer);
    }

    void answerAfter(UUID endpoint, Duration delay, Function<Flight, SendResult> answer) {
        delays.put(endpoint, delay);
        answers.put(endpoint, answer);
    }

    void leaseFor(Duration time) {
        lines.own(epochs(), Set.of(), nanos() + time.toNanos());
        lines.seen(List.copyOf(endpoints.values()));
    }

    void leave(Set<Short> shards) {
        lines.own(epochs(), shards, Long.MAX_VALUE / 2);
    }

    /** Another process has the shards now; the database takes nothing of ours. */
    void lose() {
        owner = false;
        lines.own(Map.of(), Set.of(), Long.MAX_VALUE / 2);
    }

    private static Map<Short, Long> epochs() {
        return IntStream.range(0, 64).boxed().collect(Collectors.toMap(Integer::shortValue, shard -> 1L));
    }

    /** Time passes without the engine. */
    void sleep(Duration time) {
        now = now.plus(time);
    }

    void run(Duration time) {
        run(time, TICK);
    }

    void run(Duration time, Duration tick) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            step(tick);
        }
    }

    private void step(Duration tick) {
        Instant next = now.plus(tick);
        lines.turn(now, nanos());
        while (!agenda.isEmpty() && !agenda.peek().at().isAfter(next)) {
            Due due = agenda.poll();
            now = due.at();
            due.what().run();
            lines.turn(now, nanos());
        }
        now = next;
        lines.tick(now, nanos());
    }

    private long nanos() {
        return Duration.between(START, now).toNanos();
    }

    /** Something that happens while the test lets time pass. */
    void after(Duration wait, Runnable what) {
        later(wait, what);
    }

    private void later(Duration wait, Runnable what) {
        agenda.add(new Due(now.plus(wait), order++, what));
    }

    @Override
    public void send(Flight flight) {
        flights.add(flight);
        UUID id = flight.line().id;
        later(
                delays.getOrDefault(id, ROUND_TRIP),
                () -> lines.finished(new Finished(flight, answers.get(id).apply(flight)), now, nanos()));
    }

    @Override
    public void load(List<Wish> wishes) {
        Map<UUID, List<PendingDelivery>> rows = new HashMap<>();
        wishes.forEach(wish -> rows.put(wish.endpointId(), read(wish)));
        later(Duration.ofMillis(2), () -> {
            Map<UUID, Destination> seen = new HashMap<>();
            Map<UUID, List<TimedKey>> keys = new HashMap<>();
            wishes.forEach(wish -> {
                seen.put(wish.endpointId(), endpoints.get(wish.endpointId()));
                keys.put(wish.endpointId(), List.of(new TimedKey(new SigningKey(SigningSecret.random()), null)));
            });
            lines.loaded(new Loaded(rows, seen, keys), now);
        });
    }

    private List<PendingDelivery> read(Wish wish) {
        TreeMap<UUID, PendingDelivery> all = pending.get(wish.endpointId());
        Set<UUID> blocked = all.values().stream()
                .filter(row -> wish.ordered() && row.step() > 0)
                .map(PendingDelivery::subject)
                .collect(Collectors.toSet());
        List<PendingDelivery> rows = all.tailMap(wish.after(), false).values().stream()
                .filter(row -> row.step() == 0 && !blocked.contains(row.subject()))
                .limit(wish.limit())
                .collect(Collectors.toCollection(ArrayList::new));
        all.values().stream()
                .filter(row -> row.step() > 0 && !retryAt.get(row.id()).isAfter(now))
                .limit(wish.limit())
                .forEach(rows::add);
        return rows;
    }

    @Override
    public void record(Settled settled) {
        later(Duration.ofMillis(20), () -> {
            Set<Short> accepted = new HashSet<>();
            if (owner) {
                accepted.add(settled.line().shard);
                write(settled);
            }
            lines.recorded(List.of(settled), accepted);
        });
    }

    private void write(Settled settled) {
        AttemptResult result = settled.result();
        PendingDelivery row = result.delivery();
        recorded.add(result);
        switch (result.outcome()) {
            case Outcome.WillRetry(Instant at) -> {
                Instant failedAt = row.failedAt() == null ? result.startedAt() : row.failedAt();
                retryAt.put(row.id(), at);
                pending.get(row.endpointId())
                        .put(
                                row.id(),
                                new PendingDelivery(
                                        row.endpointId(),
                                        row.id(),
                                        row.eventId(),
                                        row.subject(),
                                        row.step() + 1,
                                        row.attempts() + 1,
                                        failedAt,
                                        row.createdAt(),
                                        row.type(),
                                        row.occurredAt(),
                                        row.body()));
            }
            case Outcome.WaitsForEndpoint waits -> {}
            default -> pending.get(row.endpointId()).remove(row.id());
        }
        if (settled.recovered()) {
            pending.get(row.endpointId()).keySet().forEach(id -> retryAt.computeIfPresent(id, (key, at) -> now));
        }
        if (settled.disable() != null) {
            disabled.add(settled.disable());
        }
    }

    int attempts(UUID endpoint) {
        return (int) flights.stream()
                .filter(flight -> flight.line().id.equals(endpoint))
                .count();
    }

    /** How many of these attempts, counted from the first, began at one moment at most. */
    long mostAtOnceIn(UUID endpoint, int from, int to) {
        return flights.stream()
                .filter(flight -> flight.line().id.equals(endpoint))
                .skip(from)
                .limit(to - from)
                .collect(Collectors.groupingBy(Flight::startedAt, Collectors.counting()))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** From the first attempt that succeeded to the answer of the last one. */
    Duration drained(UUID endpoint) {
        List<Instant> moments = recorded.stream()
                .filter(result -> result.delivery().endpointId().equals(endpoint))
                .filter(result -> result.outcome() instanceof Outcome.Delivered)
                .map(AttemptResult::startedAt)
                .sorted()
                .toList();
        return Duration.between(moments.getFirst(), moments.getLast().plus(delays.getOrDefault(endpoint, ROUND_TRIP)));
    }

    List<UUID> taken(UUID endpoint) {
        return rows(endpoint, Outcome.Delivered.class);
    }

    List<UUID> skipped(UUID endpoint) {
        return rows(endpoint, Outcome.Skipped.class);
    }

    private List<UUID> rows(UUID endpoint, Class<? extends Outcome> outcome) {
        return recorded.stream()
                .filter(result ->
                        result.delivery().endpointId().equals(endpoint) && outcome.isInstance(result.outcome()))
                .map(result -> result.delivery().id())
                .toList();
    }

    int pending(UUID endpoint) {
        return pending.get(endpoint).size();
    }

    List<DisabledReason> disabled() {
        return disabled;
    }

    private static List<Duration> durations(String... texts) {
        return List.of(texts).stream().map(Duration::parse).toList();
    }
}
