package okno.application.processing.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An officer of an agency, as far as work is given out.
 *
 * @param id account of the officer
 * @param unit where they work; null: for all units
 * @param region two-digit region code; null: for all regions
 * @param skills codes of services, or of categories of services, that they may be given by skill
 * @param available false while they are away: they get nothing new
 * @param leads they lead the unit: what nobody there works on is told to them
 */
public record Officer(
        String id,
        @Nullable String unit,
        @Nullable String region,
        Set<String> skills,
        boolean available,
        boolean leads) {

    public Officer {
        skills = Set.copyOf(skills);
    }

    /** Works for the unit and the region, each unless it is not divided. */
    public boolean worksFor(@Nullable String itsUnit, @Nullable String itsRegion) {
        return (unit == null || itsUnit == null || unit.equals(itsUnit))
                && (region == null || itsRegion == null || region.equals(itsRegion));
    }
}
