package okno.application.casefile.web;

import java.util.Map;
import java.util.UUID;
import okno.application.casefile.DiscloseApplication;
import okno.application.casefile.domain.Application;
import org.jspecify.annotations.Nullable;

/** An application as our own services read it. */
record InternalApplicationResponse(
        UUID id,
        @Nullable String number,
        String serviceCode,
        String status,
        String personId,
        @Nullable UUID orgId,
        Map<String, Object> form) {

    static InternalApplicationResponse from(DiscloseApplication.Disclosed disclosed) {
        Application application = disclosed.application();
        return new InternalApplicationResponse(
                application.id(),
                application.filing() == null
                        ? null
                        : application.filing().number().value(),
                application.service().code(),
                application.status().name(),
                application.owner().personId(),
                application.owner().orgId(),
                disclosed.form().fields());
    }
}
