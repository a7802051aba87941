package okno.application.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import okno.platform.core.Problem;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final Path DRAWING = Path.of("../docs/states/application.md");

    @Test
    void a_step_leads_to_one_status_only() {
        assertThat(Lifecycle.TABLE.stream().map(row -> row.from() + " " + row.step()))
                .doesNotHaveDuplicates();
        assertThat(Lifecycle.TABLE.stream().map(row -> row.from() + " " + row.to()))
                .doesNotHaveDuplicates();
    }

    @Test
    void final_statuses_are_those_that_only_an_upheld_complaint_leads_out_of() {
        assertThat(Arrays.stream(ApplicationStatus.values()).filter(ApplicationStatus::isFinal))
                .containsExactlyElementsOf(Arrays.stream(ApplicationStatus.values())
                        .filter(status -> Lifecycle.TABLE.stream()
                                .noneMatch(row -> row.from() == status && row.step() != Step.REOPEN))
                        .toList());
    }

    @Test
    void a_decided_application_cannot_be_withdrawn_and_the_refusal_says_what_can() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Lifecycle.transition(ApplicationStatus.IN_REVIEW, Step.RECEIVE))
                .satisfies(problem -> assertThat(problem.extensions())
                        .containsEntry("currentStatus", "IN_REVIEW")
                        .containsEntry(
                                "allowed", List.of("REQUEST_INFORMATION", "REQUIRE_CORRECTION", "APPROVE", "REJECT")));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Lifecycle.transition(ApplicationStatus.APPROVED, Step.WITHDRAW))
                .satisfies(problem -> assertThat(problem.extensions()).containsEntry("allowed", List.of()));
    }

    @Test
    void a_term_stands_still_exactly_while_the_applicant_is_waited_for() {
        List<ApplicationStatus> waiting =
                List.of(ApplicationStatus.INFO_REQUESTED, ApplicationStatus.CORRECTION_REQUIRED);
        assertThat(Lifecycle.TABLE).allSatisfy(row -> {
            assertThat(row.term() == TermEffect.STOPS).isEqualTo(waiting.contains(row.to()));
            assertThat(row.term() == TermEffect.RESUMES)
                    .isEqualTo(waiting.contains(row.from()) && !row.to().isFinal());
            assertThat(row.term() == TermEffect.ENDS)
                    .isEqualTo(row.to().isFinal() && row.from() != ApplicationStatus.AWAITING_PAYMENT);
            assertThat(row.term() == TermEffect.STARTS).isEqualTo(row.to() == ApplicationStatus.SUBMITTED);
            assertThat(row.term() == TermEffect.RESTARTS).isEqualTo(row.step() == Step.REOPEN);
        });
    }

    @Test
    void only_the_portal_cancels_and_only_what_the_applicant_let_pass() {
        assertThat(Lifecycle.TABLE.stream().filter(row -> row.to() == ApplicationStatus.CANCELLED))
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.side()).isEqualTo(Side.SYSTEM);
                    assertThat(row.guards()).containsExactly(Guard.ANSWER_OVERDUE);
                });
    }

    @Test
    void drawing_shows_the_table_as_it_is() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(DRAWING.getParent());
            Files.writeString(DRAWING, drawn);
        }
        assertThat(Files.readString(DRAWING))
                .as("rewrite it with -Dcontracts.write=true")
                .isEqualTo(drawn);
    }

    private static String draw() {
        var text = new StringBuilder("""
                # States of an application

                Drawn from `Lifecycle` by `LifecycleTest`; a test fails when the two differ. Each arrow names the step and who takes
                it; each is one event, one line of history and one entry of the audit journal.

                ```mermaid
                stateDiagram-v2
                    [*] --> DRAFT
                """);
        Lifecycle.TABLE.forEach(
                row -> text.append("    %s --> %s: %s (%s)%n".formatted(row.from(), row.to(), row.step(), row.side())));
        Arrays.stream(ApplicationStatus.values())
                .filter(ApplicationStatus::isFinal)
                .forEach(status -> text.append("    %s --> [*]%n".formatted(status)));
        text.append("""
                ```

                What must hold besides, and what a step does to the agency's term: STARTS counts from the next day, STOPS while the
                applicant is waited for, RESUMES with the days that were left, RESTARTS as a new term, ENDS.

                | from | step | who | to | only if | term | duty |
                |---|---|---|---|---|---|---|
                """);
        Lifecycle.TABLE.forEach(row -> text.append("| %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        row.from(),
                        row.step(),
                        row.side(),
                        row.to(),
                        row.guards().stream().map(Guard::words).collect(Collectors.joining("; ")),
                        row.term() == TermEffect.NONE ? "" : row.term(),
                        row.refunds() ? "due back" : "")));
        return text.toString();
    }
}
