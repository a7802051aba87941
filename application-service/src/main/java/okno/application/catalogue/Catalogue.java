package okno.application.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.References;
import okno.platform.core.calendar.WorkingCalendar;

/**
 * The catalogue as it was at one revision: the newest version of every service, its search index, the reference data, and
 * the working calendar of the loaded years.
 *
 * @param services by code, in the order of codes
 */
public record Catalogue(
        long revision,
        Map<String, Passport> services,
        CatalogueIndex index,
        References references,
        WorkingCalendar calendar) {

    public Optional<Passport> service(String code) {
        return Optional.ofNullable(services.get(code));
    }

    /**
     * Services that a caller may look for: every condition that is given must hold. With words the best come first,
     * without them they come by code.
     */
    public List<Passport> find(Search search) {
        List<Passport> candidates = search.words() == null || search.words().isBlank()
                ? List.copyOf(services.values())
                : index.find(search.words()).stream().map(services::get).toList();
        return candidates.stream().filter(search::matches).toList();
    }
}
