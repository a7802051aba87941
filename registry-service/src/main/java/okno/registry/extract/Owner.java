package okno.registry.extract;

import java.util.UUID;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/** Who may read an extract: the organisation when it was asked for one, the person otherwise. */
record Owner(String id, @Nullable UUID org) {

    static Owner of(Caller caller) {
        return new Owner(caller.id(), caller.orgId());
    }
}
