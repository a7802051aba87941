package okno.org.linking;

import java.time.Clock;
import java.time.Instant;
import okno.org.linking.domain.HeadPolicy;
import okno.org.linking.domain.HeadPolicy.Registered;
import okno.org.linking.domain.Organisation;
import okno.org.linking.persistence.Organisations;
import okno.org.linking.persistence.Organisations.Claimed;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Checks one company with the register and its person with the profile, outside any transaction. Nobody's outage is an
 * answer: a check without one stays and is tried again.
 */
@Service
@EnableConfigurationProperties(CheckProperties.class)
public class CheckOrganisation {

    private static final Logger LOG = LoggerFactory.getLogger(CheckOrganisation.class);

    private final Organisations organisations;
    private final RegistryClient registry;
    private final IdentityClient identity;
    private final ConcludeCheck conclude;
    private final CheckProperties settings;
    private final Clock clock;

    CheckOrganisation(
            Organisations organisations,
            RegistryClient registry,
            IdentityClient identity,
            ConcludeCheck conclude,
            CheckProperties settings,
            Clock clock) {
        this.organisations = organisations;
        this.registry = registry;
        this.identity = identity;
        this.conclude = conclude;
        this.settings = settings;
        this.clock = clock;
    }

    /** Checks the company that waits longest; false when none is due. */
    public boolean handleNext() {
        Instant now = clock.instant();
        var claimed = organisations.claim(now, now.plus(settings.lease()));
        claimed.ifPresent(this::check);
        return claimed.isPresent();
    }

    private void check(Claimed claimed) {
        Organisation organisation = claimed.organisation();
        try {
            Registered registered = registry.find(organisation.ogrn());
            String personInn = registered == null ? null : identity.innOf(organisation.personId());
            conclude.handle(new ConcludeCheck.Command(
                    organisation,
                    registered == null ? null : registered.shortName(),
                    HeadPolicy.check(organisation, registered, personInn)));
        } catch (Problem e) {
            if (e.kind() != ProblemKind.UNAVAILABLE) {
                throw e;
            }
            LOG.info("Check of organisation {} got no answer at try {}", organisation.id(), claimed.attempts());
            organisations.postpone(organisation, clock.instant().plus(settings.pauseAfter(claimed.attempts())));
        }
    }
}
