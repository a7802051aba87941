package okno.org.power.domain;

import static okno.org.power.domain.PowerFixture.NOW;
import static okno.org.power.domain.PowerFixture.TODAY;
import static okno.org.power.domain.PowerFixture.aPower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.junit.jupiter.api.Test;

class PowerOfAttorneyTest {

    private static final Path DRAWING = Path.of("../docs/states/power-of-attorney.md");

    private final PowerOfAttorney signed = aPower().signed(UUID.randomUUID(), NOW);

    @Test
    void it_holds_from_its_signature_to_its_end_and_only_on_its_days() {
        assertThat(aPower().inForce(NOW)).isFalse();
        assertThat(signed.inForce(NOW)).isTrue();
        assertThat(signed.inForce(Instant.parse("2026-11-25T20:59:59Z"))).isFalse();
        assertThat(signed.inForce(Instant.parse("2026-11-25T21:00:00Z"))).isTrue();
        assertThat(signed.inForce(Instant.parse("2027-11-26T20:59:59Z"))).isTrue();
        assertThat(signed.inForce(Instant.parse("2027-11-26T21:00:00Z"))).isFalse();
        assertThat(signed.revoked(NOW).inForce(NOW)).isFalse();
        assertThat(signed.refused(NOW).inForce(NOW)).isFalse();
        assertThat(signed.expired(NOW).inForce(NOW)).isFalse();
    }

    @Test
    void nothing_comes_after_an_end_and_nobody_refuses_what_was_not_signed() {
        for (PowerOfAttorney ended : List.of(signed.revoked(NOW), signed.refused(NOW), signed.expired(NOW))) {
            List<UnaryOperator<PowerOfAttorney>> moves = List.of(
                    power -> power.signed(UUID.randomUUID(), NOW),
                    power -> power.revoked(NOW),
                    power -> power.refused(NOW),
                    power -> power.expired(NOW));
            assertThat(moves).allSatisfy(move -> assertThatThrownBy(() -> move.apply(ended))
                    .isInstanceOf(Problem.class)
                    .hasMessage("poa_wrong_state"));
        }
        assertThatThrownBy(() -> aPower().refused(NOW)).hasMessage("poa_wrong_state");
        assertThatThrownBy(() -> signed.signed(UUID.randomUUID(), NOW)).hasMessage("poa_wrong_state");
    }

    @Test
    void finding_the_representative_is_no_change_that_anybody_sees() {
        assertThat(signed.receivedBy("somebody").version()).isEqualTo(signed.version());
        assertThat(signed.receivedBy("somebody").changedAt()).isEqualTo(signed.changedAt());
    }

    @Test
    void without_days_it_is_for_a_year_from_today() {
        var days = TermPolicy.days(null, null, TODAY);
        assertThat(days).isEqualTo(new TermPolicy.Days(TODAY, LocalDate.of(2027, 11, 26)));
        assertThat(codes(days)).isEmpty();
    }

    @Test
    void days_that_cannot_be_are_told() {
        assertThat(codes(TermPolicy.days(TODAY.minusDays(1), null, TODAY))).containsExactly("/from poa_from_past");
        assertThat(codes(TermPolicy.days(TODAY.plusDays(2), TODAY.plusDays(1), TODAY)))
                .containsExactly("/until poa_term_over");
        assertThat(codes(TermPolicy.days(null, TODAY.minusDays(1), TODAY))).containsExactly("/until poa_term_over");
        assertThat(codes(TermPolicy.days(null, TODAY.plusYears(3), TODAY))).isEmpty();
        assertThat(codes(TermPolicy.days(null, TODAY.plusYears(3).plusDays(1), TODAY)))
                .containsExactly("/until poa_term_too_long");
    }

    @Test
    void full_capacity_comes_on_the_eighteenth_birthday() {
        assertThat(TermPolicy.ofAge(TODAY.minusYears(18), TODAY)).isTrue();
        assertThat(TermPolicy.ofAge(TODAY.minusYears(18).plusDays(1), TODAY)).isFalse();
    }

    @Test
    void drawing_shows_the_states_as_they_are() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(DRAWING, drawn);
        }
        assertThat(Files.readString(DRAWING))
                .as("rewrite it with -Dcontracts.write=true")
                .isEqualTo(drawn);
    }

    private static List<String> codes(TermPolicy.Days days) {
        return TermPolicy.faults(days, TODAY, Period.ofYears(3)).stream()
                .map((FieldFault fault) -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static String draw() {
        var text = new StringBuilder("""
                # States of a power of attorney

                Drawn from `PowerStatus` by `PowerOfAttorneyTest`; a test fails when the two differ.

                ```mermaid
                stateDiagram-v2
                    [*] --> PENDING_SIGNATURE
                """);
        for (PowerStatus from : PowerStatus.values()) {
            from.next().forEach(to -> text.append("    %s --> %s%n".formatted(from, to)));
            if (from.next().isEmpty()) {
                text.append("    %s --> [*]%n".formatted(from));
            }
        }
        return text.append("```\n").toString();
    }
}
