package okno.org.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import okno.org.OrgIT;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class PersonExportIT extends OrgIT {

    @Test
    void gives_a_persons_organisations_to_identity_service_alone() {
        UUID person = UUID.randomUUID();
        String ogrn = newOgrn();
        identityHas(person.toString(), HEAD_INN);
        registryHas(ogrn, HEAD_INN, "ACTIVE");
        String bearer = TestTokens.person(person).bearer();
        assertThat(link(bearer, ogrn).statusCode()).isLessThan(300);

        HttpResponse<String> copy = copy(TestTokens.service("identity-service").bearer(), person);
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).contains("\"section\":\"organisations\"", ogrn).endsWith("{\"lines\":1}\n");
        for (String other : new String[] {
            bearer,
            TestTokens.admin().bearer(),
            TestTokens.service("application-service").bearer()
        }) {
            assertThat(copy(other, person).statusCode()).isEqualTo(403);
        }
    }

    private HttpResponse<String> copy(String bearer, UUID person) {
        return call("GET", "/internal/persons/" + person + "/export", null, "Authorization", bearer);
    }
}
