package okno.payment.checkout.domain;

import static okno.payment.checkout.domain.PaymentStatus.DECLINED;
import static okno.payment.checkout.domain.PaymentStatus.EXPIRED;
import static okno.payment.checkout.domain.PaymentStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PaymentStatusTest {

    private static final Path DRAWING = Path.of("../docs/states/payment.md");

    @Test
    void money_that_was_taken_is_never_denied() {
        assertThat(SUCCEEDED.next()).isEmpty();
        assertThat(DECLINED.next()).containsExactly(SUCCEEDED);
        assertThat(EXPIRED.next()).containsExactly(SUCCEEDED);
    }

    @Test
    void drawing_shows_the_states_as_they_are() throws IOException {
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
                # States of a payment

                Drawn from `PaymentStatus` by `PaymentStatusTest`; a test fails when the two differ.

                ```mermaid
                stateDiagram-v2
                    [*] --> CREATED
                """);
        for (PaymentStatus from : PaymentStatus.values()) {
            from.next().forEach(to -> text.append("    %s --> %s%n".formatted(from, to)));
        }
        return text.append("    SUCCEEDED --> [*]\n```\n").toString();
    }
}
