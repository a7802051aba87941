package okno.application.partner;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.OwnerRows;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A partner reads which services a person has asked for, if a consent allows it right now. */
@Service
public class ReadByConsent {

    private final ConsentClient consents;
    private final EnterReads journal;
    private final OwnerRows applications;

    ReadByConsent(ConsentClient consents, EnterReads journal, OwnerRows applications) {
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
        Owner person = new Owner(command.person().toString(), null);
        return applications.page(person, OwnerRows.Condition.NONE, command.limit(), command.after());
    }
}
