package okno.keycloak.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminEventsTest {

    @Test
    void a_change_of_an_account_names_the_person_whose_it_is() {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(1_795_000_000_123L);
        event.setResourceType(ResourceType.REALM_ROLE_MAPPING);
        event.setOperationType(OperationType.CREATE);
        event.setResourcePath("users/0198c0de-0000-7000-8000-000000000001/role-mappings/realm");
        event.setRepresentation("[{\"name\":\"admin\"}]");

        Message message = AdminEvents.of(event, new AdminEvents.Actor("identity-service", AuditRecorded.SERVICE))
                .getFirst();

        ContractCheck.event("audit-recorded.v1", message.json());
        assertThat(new String(message.json(), UTF_8))
                .contains(
                        "\"action\":\"realm_role_mapping.created\"",
                        "\"personId\":\"0198c0de-0000-7000-8000-000000000001\"",
                        "\"actorId\":\"identity-service\"",
                        "\"actorKind\":\"SERVICE\"")
                .doesNotContain("admin\"}");
    }
}
