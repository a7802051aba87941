package okno.keycloak.sms;

import java.time.Duration;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts by taking places: what may happen five times an hour has five places, each free again an hour after it was taken.
 * Taking one is atomic in the whole cluster, so two requests at one moment cannot both take the last.
 */
final class Allowance {

    private final SingleUseObjectProvider places;

    Allowance(SingleUseObjectProvider places) {
        this.places = places;
    }

    /** Takes a place; false when all are taken. */
    boolean take(String what, int most, Duration term) {
        for (int place = 0; place < most; place++) {
            if (places.putIfAbsent("okno-sms." + what + "." + place, term.toSeconds())) {
                return true;
            }
        }
        return false;
    }
}
