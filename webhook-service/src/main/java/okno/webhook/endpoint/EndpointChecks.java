package okno.webhook.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.webhook.catalogue.EventCatalogue;
import okno.webhook.egress.EndpointUrls;
import okno.webhook.endpoint.domain.EndpointRefused;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.domain.Subscription;
import okno.webhook.endpoint.persistence.Endpoints;
import okno.webhook.endpoint.persistence.OwnMessageCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an owner may ask for. */
@Component
class EndpointChecks {

    /** As in contracts/passport.schema.json. */
    private static final Pattern SERVICE_CODE = Pattern.compile("[a-z][a-z0-9-]{2,63}");

    private final EndpointUrls urls;
    private final EventCatalogue catalogue;
    private final Endpoints endpoints;
    private final OwnMessageCounts messages;
    private final EndpointProperties properties;
    private final Clock clock;

    EndpointChecks(
            EndpointUrls urls,
            EventCatalogue catalogue,
            Endpoints endpoints,
            OwnMessageCounts messages,
            EndpointProperties properties,
            Clock clock) {
        this.urls = urls;
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    void url(String url) {
        urls.check(url);
    }

    /** Known event types, well-formed codes of services, nothing twice; all faults at once. */
    void subscription(Subscription.Change asked) {
        List<FieldFault> faults = new ArrayList<>();
        faults.addAll(
                faults("/eventTypes/", asked.eventTypes(), name -> catalogue.has(name) ? null : "event_type_unknown"));
        faults.addAll(faults(
                "/services/",
                asked.services(),
                code -> SERVICE_CODE.matcher(code).matches() ? null : "service_code_format"));
        faults.addAll(faults("/subjects/", asked.subjects(), subject -> null));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** One more endpoint; the count holds until the end of the transaction. */
    void quota(Owner owner) {
        if (endpoints.countLocked(owner) >= properties.perOwner()) {
            throw new EndpointRefused.TooMany(properties.perOwner());
        }
    }

    /** One more test or challenge: a request to an address of the owner's choice, so it is counted. */
    void ownMessage(Owner owner) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        if (messages.increment(owner, today) > properties.ownMessagesPerDay()) {
            throw new EndpointRefused.TooManyMessages(properties.ownMessagesPerDay());
        }
    }

    /** In the past, and not further back than events are kept for this. */
    void recoverFrom(Instant from) {
        Instant now = clock.instant();
        if (from.isAfter(now) || from.isBefore(now.minus(properties.recoverWithin()))) {
            throw Problem.invalid(
                    "/recoverFrom", "recover_range", properties.recoverWithin().toDays());
        }
    }

    private static <T> List<FieldFault> faults(
            String pointer, @Nullable List<T> values, Function<T, @Nullable String> fault) {
        List<FieldFault> faults = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (int i = 0; values != null && i < values.size(); i++) {
            String code = seen.add(values.get(i)) ? fault.apply(values.get(i)) : "duplicate_value";
            if (code != null) {
                faults.add(FieldFault.at(pointer + i, code));
            }
        }
        return faults;
    }
}
