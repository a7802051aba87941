package okno.platform.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/** Counts refused tokens by reason, and tells the journal of those that look stolen (ADR 90). */
final class RefusedTokens {

    static final String METRIC = "okno.tokens.refused";

    private final Map<RefusalReason, Counter> counters = new EnumMap<>(RefusalReason.class);
    private final Supplier<@Nullable RefusalJournal> journal;

    /** All series are there from the start: a rate over one that just began would miss its first refusals. */
    RefusedTokens(MeterRegistry meters, Supplier<@Nullable RefusalJournal> journal) {
        this.journal = journal;
        for (RefusalReason reason : RefusalReason.values()) {
            counters.put(
                    reason,
                    Counter.builder(METRIC)
                            .description("Access tokens and proofs answered with 401")
                            .tag("reason", reason.word())
                            .register(meters));
        }
    }

    void count(RefusalReason reason, @Nullable Caller whose) {
        Objects.requireNonNull(counters.get(reason)).increment();
        if (whose != null && reason.action() != null) {
            RefusalJournal told = journal.get();
            if (told != null) {
                told.tell(reason, whose);
            }
        }
    }
}
