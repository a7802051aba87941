package okno.identity.assurance;

import java.util.Map;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class MfcCodeProofIT extends ProofMethodContract {

    @Override
    Ial proves() {
        return Ial.CONFIRMED;
    }

    @Override
    Ial needs() {
        return Ial.SIMPLIFIED;
    }

    @Override
    String reasonForSomebodyElse() {
        return "mfc_code_unusable";
    }

    @Override
    JsonNode prove(Person claimant, Person seen) {
        var passport = Map.of(
                "series",
                "4510",
                "number",
                "654321",
                "issuedBy",
                "ОВД",
                "issueDate",
                "2011-03-04",
                "unitCode",
                "770-001");
        JsonNode issued = json(http.post()
                .uri("/api/v1/mfc/confirmations")
                .header(HttpHeaders.AUTHORIZATION, officer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("snils", seen.snils().formatted(), "passport", passport))
                .exchange());
        return json(handIn(
                claimant,
                "/api/v1/me/verifications",
                Map.of("method", "MFC_CODE", "code", issued.path("code").asString())));
    }
}
