package okno.org.linking.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.permission.Role;
import okno.platform.core.number.Kpp;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** An organisation over REST; texts in the caller's language, role and permissions once it is linked. */
record OrganisationResponse(
        UUID id,
        String inn,
        @Nullable String kpp,
        String ogrn,
        @Nullable String name,
        OrganisationStatus status,
        String statusTitle,
        List<Reason> reasons,
        @Nullable Role role,
        List<String> permissions,
        Instant createdAt,
        Instant changedAt) {

    /** Why it was rejected. */
    record Reason(String code, String text) {}

    static OrganisationResponse from(Organisation organisation, Texts texts, Language language) {
        Kpp kpp = organisation.kpp();
        Role role = organisation.status() == OrganisationStatus.LINKED ? Role.HEAD : null;
        return new OrganisationResponse(
                organisation.id(),
                organisation.inn().value(),
                kpp == null ? null : kpp.value(),
                organisation.ogrn().value(),
                organisation.name(),
                organisation.status(),
                text(texts, language, "organisation_status." + organisation.status()),
                organisation.reasons().stream()
                        .map(reason -> new Reason(reason.code(), text(texts, language, reason.code())))
                        .toList(),
                role,
                role == null ? List.of() : role.permissions(),
                organisation.createdAt(),
                organisation.changedAt());
    }

    private static String text(Texts texts, Language language, String code) {
        String text = texts.find(language, code, List.of());
        return text == null ? code : text;
    }
}
