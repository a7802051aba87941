package okno.identity.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.identity.account.CloseAccount;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.session.EndAllSessions;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Carries out erasures that are granted. The account ends first, so nothing new comes; then every service is ordered to
 * erase; when all have answered, this one erases its own. Each step may be done twice without harm, so a crash in between
 * costs a lease and no more.
 */
@Component
class CarryOutErasures {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOutErasures.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final List<RequestStatus> UNDER_WAY = List.of(RequestStatus.GRANTED, RequestStatus.ORDERED);
    private static final int AT_ONCE = 10;

    private final ErasureSteps steps;
    private final EndAllSessions endAllSessions;
    private final CloseAccount closeAccount;
    private final ArchiveExports archives;
    private final RightsProperties properties;
    private final Clock clock;

    CarryOutErasures(
            ErasureSteps steps,
            EndAllSessions endAllSessions,
            CloseAccount closeAccount,
            ArchiveExports archives,
            RightsProperties properties,
            Clock clock) {
        this.steps = steps;
        this.endAllSessions = endAllSessions;
        this.closeAccount = closeAccount;
        this.archives = archives;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void carryOutDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (UUID id : steps.takeWork(UNDER_WAY, AT_ONCE, now, LEASE)) {
            try {
                carryOut(steps.find(id), now.plus(LEASE));
            } catch (RestClientException | Problem failed) {
                LOG.warn("Erasure {} waits: {}", id, failed.toString());
            }
        }
    }

    private void carryOut(DataRequest request, Instant lease) {
        if (request.status() == RequestStatus.GRANTED) {
            endAllSessions.handle(request.personId());
            closeAccount.handle(request.personId());
            steps.order(request);
            return;
        }
        Set<String> answered =
                steps.answers(request.id()).stream().map(ErasureAnswer::service).collect(Collectors.toSet());
        if (!answered.containsAll(properties.erasers())) {
            steps.rest(request.id(), lease);
            return;
        }
        steps.exportsOf(request.personId()).forEach(archives::forget);
        steps.complete(request);
    }
}
