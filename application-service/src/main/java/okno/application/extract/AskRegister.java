package okno.application.extract;

import java.util.Objects;
import java.util.Optional;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport.Processing;
import org.springframework.stereotype.Component;

/** Gets the extract that an application asks for; calls another service, so it runs outside any transaction. */
@Component
class AskRegister {

    private final PassportQueries passports;
    private final Forms forms;
    private final ExtractClient registry;

    AskRegister(PassportQueries passports, Forms forms, ExtractClient registry) {
        this.passports = passports;
        this.forms = forms;
        this.registry = registry;
    }

    /** The content; empty when the register has no such record. */
    Optional<byte[]> handle(Application application) {
        Processing processing = passports
                .get(application.service().code(), application.service().version())
                .processing();
        Processing.Extract wanted = Objects.requireNonNull(processing.extract());
        Object key =
                forms.get(application.id()).fields().get(wanted.keyPointer().substring(1));
        return registry.make(wanted, String.valueOf(key), application.owner().personId(), application.id());
    }
}
