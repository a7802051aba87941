package okno.identity.client.domain;

import static okno.identity.client.domain.ClientStatus.CLOSED;
import static okno.identity.client.domain.ClientStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientStatusTest {

    private static final Path DRAWING = Path.of("../docs/states/client.md");

    private final ClientApplication asked = ClientApplication.requested(
            UUID.randomUUID(),
            new Owner(null),
            "one",
            new ClientApplication.Wish("ERP", "Reports", Set.of(Scope.REGISTRIES), List.of(), QuotaPlan.BASIC, null),
            Instant.EPOCH);

    @Test
    void what_was_refused_or_closed_never_works_again() {
        assertThat(REJECTED.next()).isEmpty();
        assertThat(CLOSED.next()).isEmpty();
    }

    @Test
    void nobody_approves_or_refuses_what_they_asked_for() {
        assertThatThrownBy(() -> asked.approved("one", QuotaPlan.LARGE)).isInstanceOf(ClientRefused.class);
        assertThatThrownBy(() -> asked.rejected("one", "no")).isInstanceOf(ClientRefused.class);
        assertThat(asked.approved("two", QuotaPlan.LARGE).plan()).isEqualTo(QuotaPlan.LARGE);
    }

    @Test
    void a_suspended_client_is_approved_again_by_resumption_alone() {
        ClientApplication suspended =
                asked.approved("two", QuotaPlan.BASIC).activated().suspended("a leak");
        assertThatThrownBy(() -> suspended.approved("two", QuotaPlan.BASIC)).isInstanceOf(ClientRefused.class);
        assertThatThrownBy(suspended::activated).isInstanceOf(ClientRefused.class);
        assertThat(suspended.resumed().activated().reason()).isNull();
    }

    @Test
    void addresses_to_come_back_to_are_exact_and_over_tls() {
        assertThat(RedirectUris.faults(List.of("https://erp.example/back", "https://erp.example:8443/back?a=b")))
                .isEmpty();
        for (String bad : List.of(
                "http://erp.example/back",
                "https://erp.example/*",
                "https://erp.example/a/../b",
                "https://erp.example/back#part",
                "https://user@erp.example/back",
                "https:///back",
                "javascript:alert(1)",
                "/back",
                "https://erp.example/ back")) {
            assertThat(RedirectUris.faults(List.of(bad))).as(bad).hasSize(1);
        }
        assertThat(RedirectUris.faults(List.of("https://erp.example/b", "https://erp.example/b")))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly("/redirectUris/1 duplicate");
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

    private static String draw() {
        var text = new StringBuilder("""
                # States of a client application

                Drawn from `ClientStatus` by `ClientStatusTest`; a test fails when the two differ.

                ```mermaid
                stateDiagram-v2
                    [*] --> REQUESTED
                """);
        for (ClientStatus from : ClientStatus.values()) {
            from.next().forEach(to -> text.append("    %s --> %s%n".formatted(from, to)));
        }
        return text.append("    REJECTED --> [*]\n    CLOSED --> [*]\n```\n").toString();
    }
}
