package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okno.e2e.crash.AgencyDesk;
import okno.e2e.crash.AgencySystem;
import okno.e2e.crash.AgencySystem.Heard;
import okno.e2e.crash.Applicant;
import okno.e2e.crash.Killer;
import okno.e2e.crash.Ledger;
import okno.e2e.crash.PatientCaller;
import okno.e2e.crash.Told;
import okno.local.Logins;
import okno.local.Stack;
import okno.local.StackOptions;
import okno.local.demo.Outside;
import okno.local.demo.People;
import okno.local.machine.Port;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Services, the broker and the database are killed while applications are submitted and worked through; at the end
 * nothing that was acknowledged is lost, and nothing has happened twice.
 *
 * <p>{@code -Dokno.crash=long} for more of both, {@code -Dokno.crash.seed=} for the same moments again.
 */
@Tag("crash")
class CrashIT {

    private static final boolean LONG = "long".equals(System.getProperty("okno.crash"));
    private static final int APPLICATIONS = LONG ? 500 : 100;
    private static final int KILLS = LONG ? 15 : 5;
    private static final int SUBMITTERS = 4;
    private static final int CLERKS = 4;
    private static final long SEED = Long.getLong("okno.crash.seed", System.nanoTime() & 0xFFFF);
    private static final String CITIZEN = "0198c0de-0000-7000-8000-000000000001";
    private static final Duration TO_SETTLE = Duration.ofMinutes(LONG ? 10 : 4);

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_happens_twice() throws Exception {
        System.out.printf("CrashIT: %d applications, %d kills, -Dokno.crash.seed=%d%n", APPLICATIONS, KILLS, SEED);
        try (Stack stack = Stack.start(options());
                AgencySystem agency = new AgencySystem()) {
            var logins = Logins.of(stack);
            var gateway = stack.ports().url(Port.GATEWAY);
            var applicant = new Applicant(new PatientCaller(gateway, () -> logins.accessToken("citizen")));
            var agencyApi = new PatientCaller(gateway, () -> logins.clientToken("agency-mvd"));
            subscribe(agencyApi, agency);
            var ledger = new Ledger(stack);
            var told = new Told(ledger, new Outside(stack.ports()), CITIZEN);
            var killer = new Killer(stack, SEED);
            Instant start = Instant.now();

            List<Thread> clerks = clerks(new AgencyDesk(agencyApi), agency);
            List<Thread> people = submitters(applicant);
            killer.kill(KILLS);
            for (Thread person : people) {
                person.join();
            }
            settle(agency, ledger);
            done.set(true);
            for (Thread clerk : clerks) {
                clerk.join();
            }

            System.out.printf(
                    "CrashIT: killed %s; %d webhooks for %d events%n",
                    killer.killed(), agency.requests(), agency.heard().size());
            assertThat(faults).isEmpty();
            everyAcknowledgedSubmissionExistsOnce(applicant, ledger);
            everyHistoryIsWhole(ledger);
            theAgencyHeardEveryEventUnderOneId(applicant, agency);
            thePersonWasToldEachStatusOnce(told, start);
            assertThat(ledger.deadLetters()).isEmpty();
        }
    }

    private static StackOptions options() {
        // Everything comes from one address and two tokens, is repeated until acknowledged, and told to one person.
        String unlimited = "1000000";
        return StackOptions.forTests(Path.of("target/okno-crash"))
                .environment(Map.of(
                        "OKNO_LIMIT_CLIENT", unlimited,
                        "OKNO_LIMIT_PERSON", unlimited,
                        "OKNO_LIMIT_ADDRESS", unlimited,
                        "OKNO_MESSAGES_PER_DAY", unlimited));
    }

    private static void subscribe(PatientCaller api, AgencySystem agency) throws InterruptedException {
        var answer = api.post(
                "/webhooks/endpoints",
                Map.of(
                        "url", agency.url(),
                        "eventTypes", List.of("okno.application.submitted.v1", "okno.application.status_changed.v1")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        agency.trust(answer.json().path("secret").asString(""));
        String path = "/webhooks/endpoints/" + answer.json().path("id").asString("");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        api.get(path).json().path("status").asString(""))
                .isEqualTo("ACTIVE"));
    }

    private List<Thread> submitters(Applicant applicant) {
        var left = new Semaphore(APPLICATIONS);
        return threads(SUBMITTERS, () -> {
            while (left.tryAcquire()) {
                applicant.submitOne();
            }
        });
    }

    private List<Thread> clerks(AgencyDesk desk, AgencySystem agency) {
        return threads(CLERKS, () -> {
            while (!done.get()) {
                String application = agency.submitted().poll(200, TimeUnit.MILLISECONDS);
                if (application != null) {
                    desk.work(application);
                }
            }
        });
    }

    private void settle(AgencySystem agency, Ledger ledger) {
        await().atMost(TO_SETTLE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(faults).isEmpty();
            assertThat(agency.heard())
                    .hasSize(APPLICATIONS * AgencySystem.statuses().size());
        });
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(ledger.outboxes()).isEmpty());
    }

    private static void everyAcknowledgedSubmissionExistsOnce(Applicant applicant, Ledger ledger) {
        assertThat(applicant.acknowledged()).hasSize(APPLICATIONS);
        assertThat(ledger.column("okno_application", "select id from application where status <> 'DRAFT'"))
                .containsExactlyInAnyOrderElementsOf(applicant.acknowledged());
        assertThat(ledger.number("okno_application", "select count(distinct number) from application"))
                .isEqualTo(APPLICATIONS);
        assertThat(ledger.number("okno_application", "select count(*) from application where status = 'COMPLETED'"))
                .isEqualTo(APPLICATIONS);
    }

    private static void everyHistoryIsWhole(Ledger ledger) {
        assertThat(ledger.column("okno_application", """
                select application_id from application_history h join application a on a.id = h.application_id
                where a.status <> 'DRAFT'
                group by application_id
                having count(*) <> max(step) or count(*) <> count(distinct h.status)
                """)).isEmpty();
    }

    private static void theAgencyHeardEveryEventUnderOneId(Applicant applicant, AgencySystem agency) {
        assertThat(agency.forgeries()).isZero();
        Map<String, List<String>> statuses = agency.heard().values().stream()
                .collect(Collectors.groupingBy(
                        Heard::applicationId, Collectors.mapping(Heard::status, Collectors.toList())));
        assertThat(statuses.keySet()).containsExactlyInAnyOrderElementsOf(applicant.acknowledged());
        assertThat(statuses.values())
                .allSatisfy(heard -> assertThat(heard).containsExactlyInAnyOrderElementsOf(AgencySystem.statuses()));
    }

    private static void thePersonWasToldEachStatusOnce(Told told, Instant start) {
        long each = APPLICATIONS;
        await().atMost(TO_SETTLE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(told.inbox()).hasSize(AgencySystem.statuses().size());
            assertThat(told.inbox().values()).containsOnly(each);
            Map<String, Long> sms = told.received("sms", People.CITIZEN_PHONE, start);
            assertThat(sms).hasSize(APPLICATIONS * AgencySystem.statuses().size());
            assertThat(sms.values()).containsOnly(1L);
            // A letter may be sent again by who did not live to write it down; its Message-ID makes the two one.
            assertThat(told.received("mail", People.CITIZEN_MAIL, start)).hasSameSizeAs(sms);
        });
    }

    private List<Thread> threads(int count, Work work) {
        return IntStream.range(0, count)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    try {
                        work.run();
                    } catch (Throwable fault) {
                        faults.add(fault);
                    }
                }))
                .toList();
    }

    /** What a thread does; whatever it throws fails the test. */
    private interface Work {
        void run() throws Exception;
    }
}
