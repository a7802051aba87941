package okno.application.publication;

import okno.application.catalogue.CatalogueSnapshots;
import okno.application.dictionary.Dictionaries;
import okno.application.dictionary.domain.CodedFields;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Fetches the dictionaries that published passports name, at the start and beside it, before the first form is judged. */
@Component
class FetchDictionaries implements ApplicationRunner {

    private final CatalogueSnapshots snapshots;
    private final Dictionaries dictionaries;

    FetchDictionaries(CatalogueSnapshots snapshots, Dictionaries dictionaries) {
        this.snapshots = snapshots;
        this.dictionaries = dictionaries;
    }

    @Override
    public void run(ApplicationArguments args) {
        snapshots.current().services().values().stream()
                .flatMap(passport -> CodedFields.named(passport.form(), "").stream())
                .map(CodedFields.Field::dictionary)
                .distinct()
                .forEach(dictionaries::peek);
    }
}
