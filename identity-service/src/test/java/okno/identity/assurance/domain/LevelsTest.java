package okno.identity.assurance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final Path DRAWING = Path.of("../docs/states/assurance.md");
    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");

    @Test
    void what_is_left_of_expired_proofs_does_not_depend_on_their_order() {
        List<Verification> evidence = new ArrayList<>(List.of(
                of(Method.REGISTERS, NOW), of(Method.MFC_CODE, NOW), of(Method.BANK, NOW), of(Method.REGISTERS, NOW)));
        assertThat(EarnedLevel.of(evidence)).isEqualTo(Ial.STANDARD);
        Collections.reverse(evidence);
        assertThat(EarnedLevel.of(evidence)).isEqualTo(Ial.STANDARD);
        evidence.add(of(Method.CERTIFICATE, null));
        assertThat(EarnedLevel.of(evidence)).isEqualTo(Ial.CONFIRMED);
        assertThat(EarnedLevel.of(List.of(of(Method.REGISTERS, NOW)))).isEqualTo(Ial.SIMPLIFIED);
        assertThat(EarnedLevel.of(List.of())).isEqualTo(Ial.SIMPLIFIED);
    }

    @Test
    void no_proof_gives_less_than_it_needs_or_leaves_more_than_it_gave() {
        assertThat(Method.values()).allSatisfy(method -> {
            assertThat(method.proves()).isGreaterThan(method.needs());
            assertThat(method.leaves()).isLessThan(method.proves());
        });
    }

    @Test
    void drawing_shows_the_levels_as_they_are() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(DRAWING, drawn);
        }
        assertThat(Files.readString(DRAWING))
                .as("rewrite it with -Dcontracts.write=true")
                .isEqualTo(drawn);
    }

    private static Verification of(Method method, @Nullable Instant endedAt) {
        return new Verification(
                Ids.next(),
                new PersonId(Ids.next()),
                method,
                method.needs(),
                method.proves(),
                "witness",
                NOW.minusSeconds(60),
                null,
                endedAt);
    }

    private static String draw() {
        var text = new StringBuilder("""
                # Levels of assurance

                Drawn from `Method` by `LevelsTest`; a test fails when the two differ. An arrow upwards is a proof, one downwards
                the end of the document that proved it, unless other evidence holds.

                ```mermaid
                stateDiagram-v2
                    [*] --> simplified
                """);
        for (Method method : Method.values()) {
            for (Ial from : Ial.values()) {
                if (from.compareTo(method.needs()) >= 0 && from.compareTo(Ial.CONFIRMED) < 0) {
                    text.append("    %s --> %s: %s%n"
                            .formatted(from.word(), method.proves().word(), method));
                }
            }
        }
        for (Method method : Method.values()) {
            text.append("    %s --> %s: %s expired%n"
                    .formatted(method.proves().word(), method.leaves().word(), method));
        }
        return text.append("```\n").toString();
    }
}
