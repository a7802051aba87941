package okno.org.power.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a power of attorney is given for.
 *
 * @param services codes of the services, sorted, each once
 * @param permissions in the order of {@link PowerPermission}, each once
 * @param from the first day, by Moscow time
 * @param until the last day
 */
public record PowerTerms(List<String> services, List<PowerPermission> permissions, LocalDate from, LocalDate until) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    public PowerTerms {
        services = services.stream().distinct().sorted().toList();
        permissions = permissions.stream().distinct().sorted().toList();
    }

    public List<String> permissionCodes() {
        return permissions.stream().map(PowerPermission::code).toList();
    }

    /** The first moment after the term. */
    public Instant end() {
        return until.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    boolean covers(Instant now) {
        return !LocalDate.ofInstant(now, ZONE).isBefore(from) && now.isBefore(end());
    }
}
