package okno.identity.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ExportPart;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.rights.persistence.ExportParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes archives of exports that have everything, or have waited long enough for a service that gives nothing: those say
 * what is missing and are made again when it comes. Forgets archives whose time is over.
 */
@Component
class ArchiveExports {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveExports.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<RequestStatus> UNDER_WAY = List.of(RequestStatus.COLLECTING, RequestStatus.PARTIAL);
    private static final int AT_ONCE = 10;

    private final ExportSteps steps;
    private final ExportParts parts;
    private final ExportContents contents;
    private final WriteArchive writeArchive;
    private final RightsProperties properties;
    private final Clock clock;

    ArchiveExports(
            ExportSteps steps,
            ExportParts parts,
            ExportContents contents,
            WriteArchive writeArchive,
            RightsProperties properties,
            Clock clock) {
        this.steps = steps;
        this.parts = parts;
        this.contents = contents;
        this.writeArchive = writeArchive;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void archiveDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (UUID id : steps.takeWork(UNDER_WAY, AT_ONCE, now, LEASE)) {
            Thread.ofVirtual().name("archive").start(() -> archive(id, now.plus(LEASE)));
        }
    }

    private void archive(UUID id, Instant lease) {
        List<ExportPart> all = parts.of(id);
        DataRequest request = steps.find(id);
        boolean complete = all.stream().allMatch(ExportPart::collected);
        boolean settled = all.stream().allMatch(part -> part.collected() || part.attempts() >= properties.attempts());
        // A partial archive is made once, and again only when it can be whole.
        if (!settled || (request.status() == RequestStatus.PARTIAL && !complete)) {
            steps.rest(id, lease);
            return;
        }
        try {
            long bytes = writeArchive.handle(request, all);
            Instant now = clock.instant();
            Instant kept = complete ? now : lastMoment(request);
            if (steps.archived(request, complete, bytes, kept.plus(properties.keep()), now) && complete) {
                all.forEach(part -> contents.forget(id, part.service()));
            }
            steps.rest(id, lease);
        } catch (RuntimeException failed) {
            // The lease brings it back; nothing else would.
            LOG.error("The archive of export {} cannot be made", id, failed);
        }
    }

    /** What is missing is asked for until the answer is due, so what is there is kept beyond that. */
    private static Instant lastMoment(DataRequest request) {
        return request.dueOn().plusDays(1).atStartOfDay(RequestExport.ZONE).toInstant();
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10M")
    void forgetExpired() {
        for (UUID id : steps.expired(clock.instant(), AT_ONCE)) {
            DataRequest request = steps.find(id);
            forget(request);
            steps.expire(request, clock.instant());
        }
        writeArchive.sweep(clock.instant());
    }

    /** Forgets everything that lies of an export. */
    void forget(DataRequest request) {
        writeArchive.forget(request.id());
        parts.of(request.id()).forEach(part -> contents.forget(request.id(), part.service()));
        parts.giveUp(request.id());
    }
}
