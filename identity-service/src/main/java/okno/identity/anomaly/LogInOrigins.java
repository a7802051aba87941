package okno.identity.anomaly;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks Keycloak from where and with what somebody tried to log in. */
@Component
class LogInOrigins {

    private final RestClient keycloak;

    LogInOrigins(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /**
     * @param os and the next two: null when nothing is known of the device
     * @param country what a proxy told Keycloak that it trusts in this; null when none did
     */
    record Origin(
            @Nullable String address,
            @Nullable String os,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String country) {

        /** Kinds, not versions: an update is no new device. */
        @Nullable
        String deviceKind() {
            return os == null || browser == null ? null : os + "|" + browser.split("/")[0] + "|" + device;
        }

        /** Never the address. */
        @Override
        public String toString() {
            return "Origin";
        }
    }

    /**
     * Empty when Keycloak has forgotten the event.
     *
     * @throws Problem {@code dependency_unavailable} when it does not answer
     */
    Optional<Origin> find(UUID person, UUID event, Instant at) {
        try {
            return Optional.ofNullable(keycloak.get()
                    .uri("/okno-accounts/{id}/log-ins/{event}?at={at}", person, event, at.toEpochMilli())
                    .retrieve()
                    .body(Origin.class));
        } catch (HttpClientErrorException.NotFound forgotten) {
            return Optional.empty();
        }
    }
}
