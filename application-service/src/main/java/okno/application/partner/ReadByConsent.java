package okno.application.partner;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A partner reads which services a person has asked for, if a consent allows it right now. */
@Service
public class ReadByConsent {

    private final ConsentClient consents;
    private final EnterReads journal;
    private final Applications applications;

    ReadByConsent(ConsentClient consents, EnterReads journal, Applications applications) {
        this.consents = consents;
        this.journal = journal;
        this.applications = applications;
    }

    /** Whom, and which page: behind an application, at most so many. */
    public record Command(UUID person, @Nullable UUID after, int limit) {}

    /**
     * Newest first, one more than the limit.
     *
     * @throws Problem {@code not_found} without a consent, whoever the person is
     */
    public List<Application> handle(Caller caller, Command command) {
        List<UUID> relied = consents.toSeeApplications(command.person(), caller.id());
        if (relied.isEmpty()) {
            journal.refused(caller, command.person());
            throw Problem.notFound();
        }
        journal.done(caller, command.person(), relied);
        var all = new Applications.OwnerFilter(null, null, null, null, null, List.of());
        return applications.page(new Owner(command.person().toString(), null), all, command.limit(), command.after());
    }
}
