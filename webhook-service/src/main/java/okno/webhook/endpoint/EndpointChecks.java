package okno.webhook.endpoint;

import java.util.List;
import java.util.stream.IntStream;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.webhook.catalogue.EventCatalogue;
import okno.webhook.egress.EndpointUrls;
import okno.webhook.endpoint.domain.EndpointRefused;
import org.springframework.stereotype.Component;

/** What an owner may ask for. */
@Component
class EndpointChecks {

    private final EndpointUrls urls;
    private final EventCatalogue catalogue;
    private final EndpointProperties properties;

    EndpointChecks(EndpointUrls urls, EventCatalogue catalogue, EndpointProperties properties) {
        this.urls = urls;
        this.catalogue = catalogue;
        this.properties = properties;
    }

    void url(String url) {
        urls.check(url);
    }

    void eventTypes(List<String> names) {
        List<FieldFault> faults = IntStream.range(0, names.size())
                .filter(i -> !catalogue.has(names.get(i)))
                .mapToObj(i -> FieldFault.at("/eventTypes/" + i, "event_type_unknown"))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    void quota(int count) {
        if (count >= properties.perOwner()) {
            throw new EndpointRefused.TooMany(properties.perOwner());
        }
    }
}
