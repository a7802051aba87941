package okno.org.power;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import okno.org.power.domain.NamedPerson;
import okno.org.power.domain.PowerTerms;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes that a principal signs: JSON in the canonical form of RFC 8785. All values are texts without control
 * characters, so sorted names and no white space are all there is to it. The date of issue is in it: without one a power of
 * attorney is void (Civil Code art. 186, 1).
 */
final class PowerDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PowerDocument() {}

    /** Who gave it to whom, as the document says. */
    record Parties(NamedPerson principal, NamedPerson representative) {}

    /** @param issuedAt written in whole seconds, UTC */
    static byte[] of(UUID id, String principalId, Parties parties, PowerTerms terms, Instant issuedAt) {
        TreeMap<String, Object> principal = person(parties.principal());
        principal.put("personId", principalId);
        TreeMap<String, Object> document = new TreeMap<>();
        document.put("type", "okno.power_of_attorney.v1");
        document.put("id", id.toString());
        document.put("issuedAt", issuedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("principal", principal);
        document.put("representative", person(parties.representative()));
        document.put("services", terms.services());
        document.put("permissions", terms.permissionCodes());
        document.put("from", terms.from().toString());
        document.put("until", terms.until().toString());
        return JSON.writeValueAsBytes(document);
    }

    static Parties parties(byte[] document) {
        Written written = JSON.readValue(document, Written.class);
        return new Parties(written.principal.person(), written.representative.person());
    }

    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeMap<String, Object> person(NamedPerson person) {
        TreeMap<String, Object> named = new TreeMap<>();
        named.put("lastName", person.lastName());
        named.put("firstName", person.firstName());
        if (person.middleName() != null) {
            named.put("middleName", person.middleName());
        }
        named.put("snils", person.snils().value());
        return named;
    }

    private record Written(Named principal, Named representative) {}

    private record Named(
            String lastName, String firstName, @Nullable String middleName, String snils) {

        NamedPerson person() {
            return new NamedPerson(lastName, firstName, middleName, new Snils(snils));
        }
    }
}
