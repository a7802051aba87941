package okno.application.submission;

import java.util.List;
import okno.application.casefile.persistence.UnitLoads;
import okno.application.catalogue.domain.Passport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the unit of the agency that gets an application: of those that the passport names for the region, the idlest. */
@Component
class RouteToUnit {

    private final UnitLoads loads;

    RouteToUnit(UnitLoads loads) {
        this.loads = loads;
    }

    /** Null when the agency does not divide its work. */
    @Nullable
    String unit(Passport passport, @Nullable String region) {
        List<String> units = passport.units(region);
        return units.size() < 2 ? units.stream().findFirst().orElse(null) : loads.leastLoaded(units);
    }
}
