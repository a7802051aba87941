package okno.gateway.client;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The quota plans of all registered clients, asked for every two seconds and not once a request; identity-service answers
 * 304 while nothing has changed. While it is away the plans known last are kept. A client that is not known yet has the
 * quota of clients without a plan.
 */
@Component
public class ClientPlans {

    private static final Logger LOG = LoggerFactory.getLogger(ClientPlans.class);

    private final RestClient identity;
    private volatile Map<String, ClientPlan> plans = Map.of();
    private @Nullable String tag;
    private boolean failing;

    ClientPlans(ServiceClients services) {
        this.identity = services.to("identity");
    }

    private record Answer(@Nullable List<ClientPlan> items) {}

    /** Null when the client has none, or is not known yet. */
    public @Nullable ClientPlan of(String clientId) {
        return plans.get(clientId);
    }

    @Scheduled(fixedDelayString = "PT2S")
    void refresh() {
        try {
            ResponseEntity<Answer> answer = identity.get()
                    .uri("/internal/client-plans")
                    .headers(headers -> {
                        if (tag != null) {
                            headers.set(HttpHeaders.IF_NONE_MATCH, tag);
                        }
                    })
                    .retrieve()
                    .toEntity(Answer.class);
            Answer body = answer.getBody();
            if (body != null && body.items() != null) {
                plans = body.items().stream()
                        .collect(Collectors.toUnmodifiableMap(ClientPlan::clientId, Function.identity()));
                tag = answer.getHeaders().getETag();
            }
            failing = false;
        } catch (RestClientException | Problem away) {
            if (!failing) {
                LOG.warn("Plans of clients cannot be read, the last ones stay: {}", away.toString());
            }
            failing = true;
        }
    }
}
