package okno.application.extract;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.Facts;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.Pointers;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import org.springframework.stereotype.Component;

/** Gets the extract that an application asks for; calls another service, so it runs outside any transaction. */
@Component
class AskRegister {

    private final PassportQueries passports;
    private final Forms forms;
    private final ExtractClient registry;
    private final TermQueries terms;

    AskRegister(PassportQueries passports, Forms forms, ExtractClient registry, TermQueries terms) {
        this.terms = terms;
        this.passports = passports;
        this.forms = forms;
        this.registry = registry;
    }

    /** The ground on which the passport's rules refuse by what the register answered; empty when none does. */
    Optional<String> refusal(Application application, boolean found) {
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        Facts facts =
                new Facts(terms.today(), application.owner().orgId() == null ? Kind.PERSON : Kind.ORG, "", Set.of());
        Optional<String> ground =
                passports.checks(passport).refusal(forms.get(application.id()).fields(), facts, Map.of("found", found));
        return ground.isPresent() || found ? ground : Optional.of("record_not_found");
    }

    /** The content; empty when the register has no such record. */
    Optional<byte[]> handle(Application application) {
        Processing processing = passports
                .get(application.service().code(), application.service().version())
                .processing();
        Processing.Extract wanted = Objects.requireNonNull(processing.extract());
        Object key = Pointers.read(forms.get(application.id()).fields(), wanted.keyPointer());
        return registry.make(wanted, String.valueOf(key), application.owner().personId(), application.id());
    }
}
