package okno.application.casefile.domain;

import static okno.application.casefile.domain.ApplicationFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Set;
import okno.application.catalogue.domain.Term;
import okno.platform.core.Problem;
import okno.platform.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;

class ApplicationTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(Set.of(), Set.of());

    private static final LocalDate DUE = LocalDate.parse("2026-12-23");

    @Test
    void every_change_is_one_version() {
        assertThat(ApplicationFixture.oneInReview().version()).isEqualTo(5);
        assertThat(ApplicationFixture.aDraft().touched(NOW).version()).isEqualTo(2);
    }

    @Test
    void the_term_stops_while_the_applicant_is_asked_and_goes_on_with_what_was_left() {
        // Due on Wednesday the 25th, asked on Monday the 23rd: two working days are left.
        Application asked =
                ApplicationFixture.oneInReview().requestInformation(LocalDate.parse("2026-11-23"), DUE, NOW);

        Application answered = asked.answer(LocalDate.parse("2026-12-04"), Term.Unit.WORKING_DAYS, CALENDAR, NOW);

        assertThat(asked.filing().pausedOn()).isEqualTo("2026-11-23");
        assertThat(answered.filing().pausedOn()).isNull();
        assertThat(answered.filing().expectedCompletionDate()).isEqualTo("2026-12-08");
    }

    @Test
    void an_answer_on_the_same_day_changes_no_term() {
        Application asked =
                ApplicationFixture.oneInReview().requestInformation(LocalDate.parse("2026-11-23"), DUE, NOW);

        assertThat(asked.answer(LocalDate.parse("2026-11-23"), Term.Unit.WORKING_DAYS, CALENDAR, NOW)
                        .filing()
                        .expectedCompletionDate())
                .isEqualTo("2026-11-25");
    }

    @Test
    void calendar_days_go_on_over_the_weekend() {
        Application asked =
                ApplicationFixture.oneInReview().requestInformation(LocalDate.parse("2026-11-23"), DUE, NOW);

        assertThat(asked.answer(LocalDate.parse("2026-12-04"), Term.Unit.CALENDAR_DAYS, CALENDAR, NOW)
                        .filing()
                        .expectedCompletionDate())
                .isEqualTo("2026-12-06");
    }

    @Test
    void a_question_asked_after_the_last_day_gives_the_agency_no_new_one() {
        Application asked = ApplicationFixture.oneInReview().requireCorrection(LocalDate.parse("2026-11-30"), DUE, NOW);

        assertThat(asked.correct(LocalDate.parse("2026-12-04"), Term.Unit.WORKING_DAYS, CALENDAR, NOW)
                        .filing()
                        .expectedCompletionDate())
                .isEqualTo("2026-11-25");
    }

    @Test
    void nothing_is_cancelled_before_the_applicants_term_is_over() {
        Application asked =
                ApplicationFixture.oneInReview().requestInformation(LocalDate.parse("2026-11-23"), DUE, NOW);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> asked.cancel(DUE, NOW));
        assertThat(asked.cancel(DUE.plusDays(1), NOW).cancelReason()).isEqualTo("not_answered");
        assertThat(ApplicationFixture.anUnpaidOne().cancel(DUE, NOW).cancelReason())
                .isEqualTo("not_paid");
        assertThat(asked.answer(DUE, Term.Unit.WORKING_DAYS, CALENDAR, NOW).answerBy())
                .isNull();
    }

    @Test
    void a_draft_cannot_be_decided() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ApplicationFixture.aDraft()
                        .decide(new Decision(Decision.Verdict.APPROVED, null, null, NOW), NOW))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("transition_not_allowed"));
    }

    @Test
    void numbers_notice_one_wrong_digit() {
        String number = ApplicationNumber.of("fns", 2026, 42).value();

        assertThat(number).startsWith("FNS-2026-0000042-");
        assertThat(ApplicationNumber.isPlausible(number)).isTrue();
        assertThat(ApplicationNumber.isPlausible(number.replace("42-", "43-"))).isFalse();
        assertThat(ApplicationNumber.isPlausible(number.replace("42-", "24-"))).isFalse();
        assertThat(ApplicationNumber.isPlausible("FNS-2026-42")).isFalse();
    }
}
