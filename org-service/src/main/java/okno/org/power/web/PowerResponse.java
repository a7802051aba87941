package okno.org.power.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.org.power.PowerQueries;
import okno.org.power.PowerQueries.Side;
import okno.org.power.domain.NamedPerson;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.domain.PowerStatus;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A power of attorney as one of its two sides sees it. Whether the representative has an account is not in it.
 *
 * @param role the reader's side: GIVEN by them, or RECEIVED
 * @param inForce whether it can be acted by at this moment
 * @param documentSha256 hash of the bytes of {@code GET /powers-of-attorney/{id}/document}, to be signed
 */
record PowerResponse(
        UUID id,
        Side role,
        Party principal,
        Party representative,
        List<String> services,
        List<Permission> permissions,
        LocalDate from,
        LocalDate until,
        PowerStatus status,
        String statusTitle,
        boolean inForce,
        String documentSha256,
        @Nullable UUID signatureId,
        Instant createdAt,
        Instant changedAt) {

    /** Name in full, SNILS by its last five digits. */
    record Party(
            String lastName, String firstName, @Nullable String middleName, String snils) {

        private static final int HIDDEN = 8;

        static Party from(NamedPerson person) {
            String snils = "***-***-" + person.snils().formatted().substring(HIDDEN);
            return new Party(person.lastName(), person.firstName(), person.middleName(), snils);
        }
    }

    /** What the representative may do. */
    record Permission(String code, String title) {}

    static PowerResponse from(PowerQueries.View view, Texts texts, Language language) {
        PowerOfAttorney power = view.power();
        return new PowerResponse(
                power.id(),
                view.side(),
                Party.from(view.principal()),
                Party.from(view.representative()),
                power.terms().services(),
                power.terms().permissionCodes().stream()
                        .map(code -> new Permission(code, text(texts, language, "poa_permission." + code)))
                        .toList(),
                power.terms().from(),
                power.terms().until(),
                power.status(),
                text(texts, language, "poa_status." + power.status()),
                view.inForce(),
                power.documentSha256(),
                power.signatureId(),
                power.createdAt(),
                power.changedAt());
    }

    private static String text(Texts texts, Language language, String code) {
        String text = texts.find(language, code, List.of());
        return text == null ? code : text;
    }
}
