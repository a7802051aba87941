package okno.org.power;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import okno.org.power.PersonClient.Principal;
import okno.org.power.domain.NamedPerson;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.domain.PowerPermission;
import okno.org.power.domain.PowerTerms;
import okno.org.power.domain.TermPolicy;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes a power of attorney, to be signed. Whether the person named has an account is not asked here: the answer, and the
 * time it takes, are the same for everybody.
 */
@Service
public class GrantPower {

    private final PersonClient persons;
    private final ServiceClient services;
    private final KeepPower keepPower;
    private final PowerProperties settings;
    private final Clock clock;

    GrantPower(
            PersonClient persons, ServiceClient services, KeepPower keepPower, PowerProperties settings, Clock clock) {
        this.persons = persons;
        this.services = services;
        this.keepPower = keepPower;
        this.settings = settings;
        this.clock = clock;
    }

    /** To whom, what for, and for which days; without days for a year from today. */
    public record Command(
            NamedPerson representative,
            List<String> services,
            List<PowerPermission> permissions,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * @throws Problem {@code account_not_confirmed}, {@code poa_principal_minor}, {@code poa_too_many}; {@code
     *     invalid_content} for a term in the past or too long, an unknown service, oneself as representative
     */
    public PowerOfAttorney handle(Caller caller, Command command) {
        if (!caller.ial().equals("confirmed")) {
            throw new Problem(ProblemKind.FORBIDDEN, "account_not_confirmed");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, PowerTerms.ZONE);
        TermPolicy.Days days = TermPolicy.days(command.from(), command.until(), today);
        List<FieldFault> faults = new ArrayList<>(TermPolicy.faults(days, today, settings.longest()));
        Principal principal = persons.principal(caller.id());
        if (principal.person().snils().equals(command.representative().snils())) {
            faults.add(FieldFault.at("/representative/snils", "poa_self"));
        }
        for (int i = 0; i < command.services().size(); i++) {
            if (!services.exists(command.services().get(i))) {
                faults.add(FieldFault.at("/services/" + i, "poa_service_unknown"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        if (!TermPolicy.ofAge(principal.birthDate(), today)) {
            throw new Problem(ProblemKind.FORBIDDEN, "poa_principal_minor");
        }
        var terms = new PowerTerms(command.services(), command.permissions(), days.from(), days.until());
        var parties = new PowerDocument.Parties(principal.person(), command.representative());
        return keep(caller, parties, terms, now);
    }

    private PowerOfAttorney keep(Caller caller, PowerDocument.Parties parties, PowerTerms terms, Instant now) {
        var id = Ids.next();
        byte[] document = PowerDocument.of(id, caller.id(), parties, terms, now);
        var power = PowerOfAttorney.written(id, caller.id(), terms, PowerDocument.sha256(document), now);
        keepPower.written(caller, power, document);
        return power;
    }
}
