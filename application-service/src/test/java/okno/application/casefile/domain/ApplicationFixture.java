package okno.application.casefile.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.platform.core.Money;

/** Applications in any state, made only by the steps that lead there. */
public final class ApplicationFixture {

    public static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    private ApplicationFixture() {}

    public static Application aDraft() {
        return Application.draft(
                UUID.fromString("0198c0de-1000-7000-8000-000000000001"),
                new ServiceRef("ip-registration", 1, "fns", true),
                new Owner("0198c0de-0000-7000-8000-000000000001", null),
                NOW);
    }

    public static Application anUnpaidOne() {
        return aDraft().awaitPayment(Money.roubles(80000), LocalDate.parse("2026-12-05"), NOW);
    }

    public static Application aSubmittedOne() {
        return anUnpaidOne()
                .submitPaid(
                        ApplicationNumber.of("fns", 2026, 42),
                        LocalDate.parse("2026-11-25"),
                        "18810115240101123452",
                        NOW);
    }

    public static Application oneInReview() {
        return aSubmittedOne().receive(NOW).review(NOW);
    }
}
