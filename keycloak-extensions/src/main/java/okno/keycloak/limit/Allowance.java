package okno.keycloak.limit;

import java.time.Duration;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts by taking places: what may happen five times an hour has five places, each free again an hour after it was taken.
 * Taking one is atomic in the whole cluster, so two requests at one moment cannot both take the last.
 */
public final class Allowance {

    private final SingleUseObjectProvider places;

    public Allowance(SingleUseObjectProvider places) {
        this.places = places;
    }

    /** Takes a place; false when all are taken. */
    public boolean take(String what, int most, Duration term) {
        for (int place = 0; place < most; place++) {
            if (places.putIfAbsent(key(what, place), term.toSeconds())) {
                return true;
            }
        }
        return false;
    }

    /** Whether all places are taken; takes none. */
    public boolean isUsedUp(String what, int most) {
        for (int place = 0; place < most; place++) {
            if (!places.contains(key(what, place))) {
                return false;
            }
        }
        return true;
    }

    private static String key(String what, int place) {
        return "okno." + what + "." + place;
    }
}
