package okno.application.corrective.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * What an agency has to put right because a service of its was rated badly. It knows no applicant.
 *
 * @param number people read it out
 * @param region two-digit region code; null: the service knows none, the action is everybody's in the agency
 * @param assignee account of the officer who works on it
 * @param dueOn last day
 */
public record CorrectiveAction(
        UUID id,
        long version,
        String number,
        String agency,
        @Nullable String region,
        String serviceCode,
        Ground ground,
        Status status,
        @Nullable String assignee,
        LocalDate registeredOn,
        LocalDate dueOn,
        @Nullable Closure closure) {

    /** Where it stands. The names are API. */
    public enum Status {
        OPEN,
        TAKEN,
        CLOSED
    }

    /** What opened it. The names are API. */
    public enum Kind {
        RATING,
        MEAN
    }

    /**
     * The ratings that opened it.
     *
     * @param rating the bad one, 1 to 5
     * @param mean of so many {@code ratings}, two decimals
     */
    public record Ground(
            Kind kind,
            @Nullable Integer rating,
            @Nullable BigDecimal mean,
            @Nullable Integer ratings) {

        public static Ground rating(int rating) {
            return new Ground(Kind.RATING, rating, null, null);
        }

        public static Ground mean(BigDecimal mean, int ratings) {
            return new Ground(Kind.MEAN, null, mean, ratings);
        }
    }

    /**
     * What came of it.
     *
     * @param cause code of the dictionary {@code corrective-cause}
     * @param measures what was done
     */
    public record Closure(String cause, String measures, Instant closedAt) {}

    /** @throws Problem {@code assigned_to_other}, {@code corrective_action_closed} (409) */
    public CorrectiveAction take(String officer) {
        requireOpen();
        if (assignee != null && !assignee.equals(officer)) {
            throw new Problem(ProblemKind.CONFLICT, "assigned_to_other");
        }
        return next(Status.TAKEN, officer, null);
    }

    /**
     * Gives it back to nobody.
     *
     * @param system the agency's own system, which takes work out of any hands
     * @throws Problem {@code not_in_your_hands}, {@code corrective_action_closed} (409)
     */
    public CorrectiveAction release(String who, boolean system) {
        requireInHandsOf(who, system);
        return next(Status.OPEN, null, null);
    }

    /** @throws Problem {@code not_in_your_hands}, {@code corrective_action_closed} (409) */
    public CorrectiveAction close(String who, boolean system, Closure with) {
        requireInHandsOf(who, system);
        return next(Status.CLOSED, assignee, with);
    }

    /** @throws Problem {@code corrective_action_closed} (409) */
    public void requireOpen() {
        if (status == Status.CLOSED) {
            throw new Problem(ProblemKind.CONFLICT, "corrective_action_closed");
        }
    }

    private void requireInHandsOf(String who, boolean system) {
        requireOpen();
        if (!system && !who.equals(assignee)) {
            throw new Problem(ProblemKind.CONFLICT, "not_in_your_hands");
        }
    }

    private CorrectiveAction next(Status to, @Nullable String officer, @Nullable Closure with) {
        return new CorrectiveAction(
                id, version + 1, number, agency, region, serviceCode, ground, to, officer, registeredOn, dueOn, with);
    }
}
