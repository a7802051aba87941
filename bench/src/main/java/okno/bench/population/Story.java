package okno.bench.population;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** What became of one application until now, along the ways that application-service's life cycle knows. */
final class Story {

    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final long DRAFT_DAYS = 20;

    final List<Step> steps = new ArrayList<>();
    private final Service service;
    private final WorkingCalendar calendar;
    private final SplittableRandom random;
    private final Instant now;

    @Nullable
    Instant submitted;

    @Nullable
    LocalDate expected;

    @Nullable
    LocalDate answerBy;

    @Nullable
    String decision;

    @Nullable
    Instant decidedAt;

    @Nullable
    String cancelReason;

    @Nullable
    Instant paidAt;

    /** One row of the history. */
    record Step(@Nullable String previous, String status, String side, Instant at) {}

    private Story(Service service, WorkingCalendar calendar, SplittableRandom random, Instant now) {
        this.service = service;
        this.calendar = calendar;
        this.random = random;
        this.now = now;
    }

    static Story of(Service service, Instant created, Instant now, WorkingCalendar calendar, SplittableRandom random) {
        var story = new Story(service, calendar, random, now);
        story.step("DRAFT", "APPLICANT", created);
        story.tell(created);
        return story;
    }

    /** Begun just now. */
    static Story begun(Service service, Instant now, WorkingCalendar calendar, SplittableRandom random) {
        var story = new Story(service, calendar, random, now);
        story.step("DRAFT", "APPLICANT", now);
        return story;
    }

    String status() {
        return steps.getLast().status();
    }

    Instant updated() {
        return steps.getLast().at();
    }

    boolean isOpen() {
        return switch (status()) {
            case "SUBMITTED", "RECEIVED", "IN_REVIEW", "INFO_REQUESTED", "CORRECTION_REQUIRED", "APPROVED" -> true;
            default -> false;
        };
    }

    boolean isPaused() {
        return status().equals("INFO_REQUESTED") || status().equals("CORRECTION_REQUIRED");
    }

    /** Its owner took it back before anybody had seen it. */
    void withdrawAtOnce() {
        Instant first = steps.getFirst().at();
        steps.subList(1, steps.size()).clear();
        step("SUBMITTED", "APPLICANT", first);
        step("WITHDRAWN", "APPLICANT", first);
        decision = null;
        decidedAt = null;
        answerBy = null;
    }

    private void tell(Instant created) {
        boolean young = created.isAfter(now.minus(Duration.ofDays(DRAFT_DAYS)));
        if (young && chance(25)) {
            return;
        }
        Instant at = created.plusSeconds(120 + waited(1_800));
        if (service.duty() > 0) {
            if (!step("AWAITING_PAYMENT", "APPLICANT", at)) {
                return;
            }
            answerBy = day(at).plusDays(15);
            if (chance(4)) {
                cancel("not_paid", answerBy);
                return;
            }
            at = at.plusSeconds(60 + waited(20_000));
        }
        if (step("SUBMITTED", service.duty() > 0 ? "SYSTEM" : "APPLICANT", at)) {
            paidAt = service.duty() > 0 ? at : null;
            answerBy = null;
            submitted = at;
            expected = service.lastDay(day(at), calendar);
            process(at);
        }
    }

    private void process(Instant at) {
        if (service.byRegister()) {
            decide(!chance(2), "SYSTEM", at.plusMillis(300 + random.nextInt(900)));
            return;
        }
        Instant received = at.plusSeconds(60 + waited(30_000));
        if (chance(3)) {
            step("WITHDRAWN", "APPLICANT", received);
            return;
        }
        Instant reviewed = received.plusSeconds(60 + waited(80_000));
        if (!step("RECEIVED", "AGENCY", received) || !step("IN_REVIEW", "AGENCY", reviewed)) {
            return;
        }
        if (chance(10)
                && !ask(chance(70) ? "INFO_REQUESTED" : "CORRECTION_REQUIRED", reviewed.plusSeconds(waited(80_000)))) {
            return;
        }
        // A few lie where they are, whatever the term.
        if (random.nextInt(1_000) >= 4) {
            long term = Math.max(
                    1,
                    Duration.between(at, expected().atStartOfDay(ZONE).toInstant())
                            .toSeconds());
            Instant decided = at.plusSeconds((long) (term * (0.2 + 0.9 * random.nextDouble())));
            decide(
                    !chance(10),
                    "AGENCY",
                    decided.isAfter(updated()) ? decided : updated().plusSeconds(3_600));
        }
    }

    /** True: answered, and it goes on. */
    private boolean ask(String status, Instant at) {
        if (!step(status, "AGENCY", at)) {
            return false;
        }
        answerBy = day(at).plusDays(30);
        if (chance(5)) {
            cancel(status.equals("INFO_REQUESTED") ? "not_answered" : "not_corrected", answerBy);
            return false;
        }
        Instant answered = at.plusSeconds(waited(400_000));
        if (!step("IN_REVIEW", "APPLICANT", answered)) {
            return false;
        }
        answerBy = null;
        expected = expected().plusDays(Duration.between(at, answered).toDays());
        return true;
    }

    private void decide(boolean granted, String side, Instant at) {
        if (granted && service.byRegister()) {
            note("APPROVED", at, step("COMPLETED", side, at));
        } else if (granted) {
            note("APPROVED", at, step("APPROVED", side, at));
            if (status().equals("APPROVED")) {
                step("COMPLETED", side, at.plusSeconds(waited(40_000)));
            }
        } else {
            note("REJECTED", at, step("REJECTED", side, at));
        }
    }

    private void note(String verdict, Instant at, boolean happened) {
        if (happened) {
            decision = verdict;
            decidedAt = at;
        }
    }

    private void cancel(String reason, LocalDate after) {
        if (step("CANCELLED", "SYSTEM", after.plusDays(1).atStartOfDay(ZONE).toInstant())) {
            cancelReason = reason;
            answerBy = null;
        }
    }

    /** False: that is still to come. */
    private boolean step(String status, String side, Instant at) {
        if (!at.isBefore(now) && !steps.isEmpty()) {
            return false;
        }
        steps.add(new Step(steps.isEmpty() ? null : status(), status, side, at));
        return true;
    }

    private LocalDate expected() {
        if (expected == null) {
            throw new IllegalStateException("not submitted");
        }
        return expected;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Seconds: mostly short, sometimes many times the mean (an exponential distribution). */
    private long waited(int mean) {
        return (long) (-Math.log(1 - random.nextDouble()) * mean);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
