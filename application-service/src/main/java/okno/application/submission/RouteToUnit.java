package okno.application.submission;

import java.util.List;
import java.util.Set;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.OfficerLoads;
import okno.application.casefile.persistence.UnitLoads;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds who gets an application: of the units that the passport names for the region the idlest, and of the officers of
 * that unit and region, where the agency keeps them here, whoever has least to do.
 */
@Component
class RouteToUnit {

    private final UnitLoads units;
    private final OfficerLoads officers;

    RouteToUnit(UnitLoads units, OfficerLoads officers) {
        this.units = units;
        this.officers = officers;
    }

    /** The application where it belongs; in no officer's hands when a register decides, or nobody who fits is there. */
    Application handle(Application application, Passport passport) {
        Application routed = application.routedTo(application.region(), unit(passport, application.region()));
        if (passport.processing().decidedBy() == Processing.DecidedBy.REGISTER) {
            return routed;
        }
        return officers.forNew(routed, Set.of(passport.code(), passport.category()))
                .map(routed::inHandsOf)
                .orElse(routed);
    }

    /** Null when the agency does not divide its work. */
    private @Nullable String unit(Passport passport, @Nullable String region) {
        List<String> named = passport.units(region);
        return named.size() < 2 ? named.stream().findFirst().orElse(null) : units.leastLoaded(named);
    }
}
