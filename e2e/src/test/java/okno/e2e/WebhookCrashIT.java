package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okno.e2e.crash.AgencySystem;
import okno.e2e.crash.AgencySystem.Arrival;
import okno.e2e.crash.Killer;
import okno.e2e.crash.Killer.Kill;
import okno.e2e.crash.Ledger;
import okno.e2e.crash.PatientCaller;
import okno.e2e.crash.StatusPublisher;
import okno.local.Logins;
import okno.local.Stack;
import okno.local.StackOptions;
import okno.local.machine.Port;
import okno.platform.core.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * webhook-service, the broker and the database are killed while hundreds of events a second become webhooks of two
 * endpoints, one of which wants them in order.
 *
 * <p>{@code -Dokno.kills=30} for more, {@code -Dokno.crash.seed=} for the same moments again.
 */
@Tag("crash")
class WebhookCrashIT {

    private static final int KILLS = Integer.getInteger("okno.kills", 5);
    private static final long SEED = Long.getLong("okno.crash.seed", System.nanoTime() & 0xFFFF);
    private static final List<String> VICTIMS = List.of("webhook-service", "kafka", "postgres");
    private static final Set<String> NOT_NEEDED = Set.of(
            "sandbox",
            "gateway",
            "identity-service",
            "application-service",
            "registry-service",
            "payment-service",
            "org-service",
            "notification-service");
    private static final int PEOPLE = 16;
    private static final int STATUSES = 5;
    private static final Duration PAUSE = Duration.ofMillis(160);
    /** A killed consumer's partitions are read on after ten seconds; then come two starts of a full machine. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(30);
    /** Results are collected and written in far less, also where the machine is full. */
    private static final Duration UNRECORDED = Duration.ofSeconds(3);
    /** Under way at a time, and what two batches of results hold. */
    private static final int IN_FLIGHT = 256 + 2 * 500;

    private final AtomicBoolean done = new AtomicBoolean();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    @Test
    void nothing_is_lost_and_only_what_was_in_flight_at_a_kill_comes_twice() throws Exception {
        System.out.printf("WebhookCrashIT: %d kills, -Dokno.crash.seed=%d%n", KILLS, SEED);
        var options =
                StackOptions.forTests(Path.of("target/okno-webhook-crash")).without(NOT_NEEDED);
        try (Stack stack = Stack.start(options);
                AgencySystem any = new AgencySystem();
                AgencySystem inOrder = new AgencySystem();
                StatusPublisher publisher = new StatusPublisher(stack.ports().of(Port.KAFKA), "mvd")) {
            var logins = Logins.of(stack);
            var api = new PatientCaller(stack.ports().url(Port.WEBHOOK), () -> logins.clientToken("agency-mvd"));
            subscribe(api, any, false);
            subscribe(api, inOrder, true);
            var killer = new Killer(stack, VICTIMS, SEED, () -> untilBothHearMore(any, inOrder));

            List<Thread> people = people(publisher);
            killer.kill(KILLS);
            done.set(true);
            for (Thread person : people) {
                person.join();
            }
            assertThat(faults).isEmpty();
            Set<String> published =
                    publisher.acknowledged().stream().map(UUID::toString).collect(Collectors.toSet());
            var ledger = new Ledger(stack);
            for (AgencySystem agency : List.of(any, inOrder)) {
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(agency.heard().size()).isEqualTo(published.size()));
                assertThat(agency.heard().keySet()).isEqualTo(published);
                assertThat(agency.forgeries()).isZero();
                onlyWhatWasInFlightCameTwice(agency.arrivals(), killer.kills());
            }
            everySubjectInOrder(inOrder.arrivals());
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            ledger.number("okno_webhook", "select count(*) from delivery_pending"))
                    .isZero());
            assertThat(ledger.number("okno_webhook", "select count(*) from attempt where outcome = 'DELIVERED'"))
                    .isEqualTo(2L * published.size());
            assertThat(ledger.deadLetters()).isEmpty();
            System.out.printf(
                    "WebhookCrashIT: killed %s; %d and %d webhooks for %d events%n",
                    killer.killed(), any.requests(), inOrder.requests(), published.size());
        }
    }

    private static void subscribe(PatientCaller api, AgencySystem agency, boolean ordered) throws InterruptedException {
        var answer = api.post(
                "/webhooks/endpoints",
                Map.of(
                        "url",
                        agency.url(),
                        "ordered",
                        ordered,
                        "eventTypes",
                        List.of("okno.application.submitted.v1", "okno.application.status_changed.v1")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        agency.trust(answer.json().path("secret").asString(""));
        String path = "/webhooks/endpoints/" + answer.json().path("id").asString("");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        api.get(path).json().path("status").asString(""))
                .isEqualTo("ACTIVE"));
    }

    private List<Thread> people(StatusPublisher publisher) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    try {
                        while (!done.get()) {
                            publisher.live(Ids.next(), STATUSES);
                            Thread.sleep(PAUSE);
                        }
                    } catch (Throwable fault) {
                        faults.add(fault);
                    }
                }))
                .toList();
    }

    private static void untilBothHearMore(AgencySystem any, AgencySystem inOrder) {
        int before = any.requests();
        int beforeInOrder = inOrder.requests();
        int more = STATUSES * PEOPLE;
        await().atMost(TO_RECOVER).untilAsserted(() -> {
            assertThat(any.requests()).isGreaterThan(before + more);
            assertThat(inOrder.requests()).isGreaterThan(beforeInOrder + more);
        });
    }

    private static void onlyWhatWasInFlightCameTwice(List<Arrival> arrivals, List<Kill> kills) {
        Map<String, Arrival> last = new HashMap<>();
        List<String> unexplained = new CopyOnWriteArrayList<>();
        int repeats = 0;
        for (Arrival arrival : arrivals) {
            Arrival before = last.put(arrival.id(), arrival);
            if (before != null) {
                repeats++;
                boolean explained = kills.stream()
                        .anyMatch(kill -> before.at() < kill.at()
                                && kill.at() < arrival.at()
                                && kill.at() - before.at() < UNRECORDED.toNanos());
                if (!explained) {
                    unexplained.add(arrival.id());
                }
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(repeats).isLessThanOrEqualTo(kills.size() * IN_FLIGHT);
    }

    private static void everySubjectInOrder(List<Arrival> arrivals) {
        Map<String, List<Long>> sequences = firsts(arrivals)
                .collect(Collectors.groupingBy(
                        arrival -> arrival.event().applicationId(),
                        Collectors.mapping(arrival -> arrival.event().sequence(), Collectors.toList())));
        assertThat(sequences.values()).allSatisfy(heard -> assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L));
    }

    private static Stream<Arrival> firsts(List<Arrival> arrivals) {
        Map<String, Arrival> first = new HashMap<>();
        return arrivals.stream().filter(arrival -> first.putIfAbsent(arrival.id(), arrival) == null);
    }
}
