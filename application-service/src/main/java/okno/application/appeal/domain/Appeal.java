package okno.application.appeal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A complaint about what an agency did, or did not do, with an application.
 *
 * @param ground code of a ground, 210-FZ art. 11.1 or {@code other}
 * @param text what the applicant writes
 * @param answer what the agency answers; null until decided
 * @param registeredOn the day the term is counted from
 * @param expectedCompletionDate last day for the answer
 * @param decidedAt when it was answered or taken back
 */
public record Appeal(
        UUID id,
        long version,
        UUID applicationId,
        String number,
        String agency,
        @Nullable String region,
        String ground,
        String text,
        @Nullable String answer,
        Status status,
        LocalDate registeredOn,
        LocalDate expectedCompletionDate,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    /** Where a complaint stands. The names are API. */
    public enum Status {
        REGISTERED,
        UPHELD,
        DENIED,
        /** Taken back by who complained; nobody answers it any more. */
        WITHDRAWN
    }

    /** What a ground asks of the application. */
    public enum Possible {
        DECIDED,
        OVERDUE,
        ANY;

        /**
         * Whether one may complain about an application now.
         *
         * @param today the day where terms are counted
         */
        public boolean of(Application application, LocalDate today) {
            var filing = application.filing();
            if (filing == null) {
                return false;
            }
            return switch (this) {
                case DECIDED -> application.decision() != null;
                case OVERDUE -> filing.pausedOn() == null && today.isAfter(filing.expectedCompletionDate());
                case ANY -> true;
            };
        }
    }

    /**
     * The complaint after the agency's answer.
     *
     * @param officer who decides; never who decided the application
     * @throws Problem {@code appeal_decided}, {@code appeal_withdrawn}, {@code appeal_of_own_decision} (409)
     */
    public Appeal decide(Status verdict, String words, String officer, Application application, Instant now) {
        requireOpen();
        if (hasDecided(officer, application)) {
            throw new Problem(ProblemKind.CONFLICT, "appeal_of_own_decision");
        }
        return closed(verdict, words, now);
    }

    /** @throws Problem {@code appeal_decided}, {@code appeal_withdrawn} (409) */
    public Appeal withdraw(Instant now) {
        requireOpen();
        return closed(Status.WITHDRAWN, null, now);
    }

    /** @throws Problem {@code appeal_decided}, {@code appeal_withdrawn} (409) */
    public void requireOpen() {
        if (status != Status.REGISTERED) {
            throw new Problem(ProblemKind.CONFLICT, status == Status.WITHDRAWN ? "appeal_withdrawn" : "appeal_decided");
        }
    }

    private Appeal closed(Status to, @Nullable String words, Instant now) {
        return new Appeal(
                id,
                version + 1,
                applicationId,
                number,
                agency,
                region,
                ground,
                text,
                words,
                to,
                registeredOn,
                expectedCompletionDate,
                createdAt,
                now);
    }

    /** Alone, or as one of two. */
    private static boolean hasDecided(String officer, Application application) {
        var decision = application.decision();
        var proposal = application.handling().proposal();
        return (decision != null && officer.equals(decision.officer()))
                || (proposal != null && officer.equals(proposal.officer()));
    }
}
