package okno.identity.rights;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.certificate.persistence.Certificates;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.persistence.Consents;
import okno.identity.journal.JournalEntry;
import okno.identity.journal.persistence.Journal;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.persistence.OwnStock;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.persistence.Signatures;
import okno.platform.core.Problem;
import okno.platform.web.JsonLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What this service has of a person, in the form in which the other services give theirs. */
@Component
class OwnRecords {

    static final String SERVICE = "identity";
    private static final int PAGE = 500;

    private final OwnStock stock;
    private final Certificates certificates;
    private final Signatures signatures;
    private final Consents consents;
    private final Journal journal;
    private final JsonMapper json;

    OwnRecords(
            OwnStock stock,
            Certificates certificates,
            Signatures signatures,
            Consents consents,
            Journal journal,
            JsonMapper json) {
        this.stock = stock;
        this.certificates = certificates;
        this.signatures = signatures;
        this.consents = consents;
        this.journal = journal;
        this.json = json;
    }

    /** One record of a section. */
    record Line(String section, Object record) {}

    void write(UUID person, OutputStream out) {
        JsonLines.write(out, json, lines -> writeAll(person, lines));
    }

    private void writeAll(UUID id, JsonLines lines) {
        Person person = stock.person(new PersonId(id)).orElseThrow(Problem::notFound);
        lines.line(new Line("profile", profile(person)));
        stock.preferences(person.id()).ifPresent(found -> lines.line(new Line("preferences", found)));
        stock.verifications(person.id()).forEach(found -> lines.line(new Line("verifications", found)));
        certificates.of(id).forEach(found -> lines.line(new Line("certificates", certificate(found))));
        pages(lines, "signatures", (after, rows) -> signatures.page(id, null, after, rows), Signature::id);
        pages(lines, "consents", (after, rows) -> consents.page(id, after, rows), Consent::id);
        stock.requests(person.id()).forEach(found -> lines.line(new Line("dataRequests", found)));
        stock.logIns(person.id()).forEach(found -> lines.line(new Line("logIns", found)));
        String key = id.toString();
        journal(lines, "deeds", (before, rows) -> journal.deedsOf(key, before, rows));
        journal(lines, "dataAccess", (before, rows) -> journal.accessesTo(key, before, rows));
    }

    private static <T> void pages(
            JsonLines lines,
            String section,
            BiFunction<@Nullable UUID, Integer, List<T>> read,
            Function<T, UUID> idOf) {
        List<T> page = read.apply(null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(found -> lines.line(new Line(section, found)));
            page = page.size() < PAGE ? List.of() : read.apply(idOf.apply(page.getLast()), PAGE);
        }
    }

    private static void journal(JsonLines lines, String section, BiFunction<Long, Integer, List<JournalEntry>> read) {
        List<JournalEntry> page = read.apply(Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(found -> lines.line(new Line(section, found)));
            page = page.size() < PAGE ? List.of() : read.apply(page.getLast().sequence(), PAGE);
        }
    }

    private static Map<String, @Nullable Object> profile(Person person) {
        Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        profile.put("id", person.id().value());
        profile.put("lastName", person.name().last());
        profile.put("firstName", person.name().first());
        profile.put("middleName", person.name().middle());
        profile.put("birthDate", person.birthDate());
        profile.put("snils", person.snils().value());
        profile.put("inn", person.inn() == null ? null : person.inn().value());
        profile.put("phone", person.contacts().phone());
        profile.put("email", person.contacts().email());
        profile.put("address", person.contacts().address());
        profile.put("passport", person.passport());
        profile.put("ial", person.ial().word());
        profile.put("language", person.language());
        return profile;
    }

    private static Map<String, @Nullable Object> certificate(PersonCertificate found) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("kind", found.kind());
        shown.put("status", found.status());
        shown.put("serialNumber", found.serialNumber());
        shown.put("fingerprint", found.fingerprint());
        shown.put("notBefore", found.notBefore());
        shown.put("notAfter", found.notAfter());
        shown.put("revokedAt", found.revokedAt());
        shown.put("certificate", found.der());
        return shown;
    }
}
