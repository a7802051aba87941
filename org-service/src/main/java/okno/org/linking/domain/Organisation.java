package okno.org.linking.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;
import org.jspecify.annotations.Nullable;

/**
 * A company as its head linked it.
 *
 * @param personId who says they head it
 * @param kpp null for a sole trader, who has none
 * @param name short name of the register; null until the register was asked
 * @param reasons why it was rejected; empty otherwise
 * @param version grows with every change
 */
public record Organisation(
        UUID id,
        String personId,
        Inn inn,
        @Nullable Kpp kpp,
        Ogrn ogrn,
        @Nullable String name,
        OrganisationStatus status,
        List<RejectionReason> reasons,
        long version,
        Instant createdAt,
        Instant changedAt) {

    public Organisation {
        reasons = List.copyOf(reasons);
    }

    /** Asked for, to be checked. */
    public static Organisation requested(UUID id, String personId, Numbers numbers, Instant now) {
        return new Organisation(
                id,
                personId,
                numbers.inn(),
                numbers.kpp(),
                numbers.ogrn(),
                null,
                OrganisationStatus.CHECKING,
                List.of(),
                1,
                now,
                now);
    }

    /** Asked for again after a refusal or a withdrawal, perhaps with other numbers. */
    public Organisation requestedAgain(Numbers numbers, Instant now) {
        return new Organisation(
                id,
                personId,
                numbers.inn(),
                numbers.kpp(),
                numbers.ogrn(),
                name,
                moved(OrganisationStatus.CHECKING),
                List.of(),
                version + 1,
                createdAt,
                now);
    }

    public Organisation linked(@Nullable String registeredName, Instant now) {
        return changed(OrganisationStatus.LINKED, registeredName, List.of(), now);
    }

    public Organisation rejected(List<RejectionReason> why, @Nullable String registeredName, Instant now) {
        return changed(OrganisationStatus.REJECTED, registeredName, why, now);
    }

    public Organisation withdrawn(Instant now) {
        return changed(OrganisationStatus.WITHDRAWN, name, List.of(), now);
    }

    private Organisation changed(
            OrganisationStatus next, @Nullable String newName, List<RejectionReason> why, Instant now) {
        return new Organisation(id, personId, inn, kpp, ogrn, newName, moved(next), why, version + 1, createdAt, now);
    }

    private OrganisationStatus moved(OrganisationStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(status + " cannot become " + next);
        }
        return next;
    }

    /** The numbers that name a company, each valid by itself. */
    public record Numbers(Inn inn, @Nullable Kpp kpp, Ogrn ogrn) {}
}
