package okno.application.catalogue;

import java.util.Map;
import java.util.Optional;
import okno.application.catalogue.domain.References;
import org.springframework.stereotype.Component;

/** The words of the dated dictionaries, as of today. */
@Component
public class WordQueries {

    private final CatalogueSnapshots snapshots;
    private final TermQueries terms;

    WordQueries(CatalogueSnapshots snapshots, TermQueries terms) {
        this.snapshots = snapshots;
        this.terms = terms;
    }

    public Optional<References.Word> today(String dictionary, String code) {
        return snapshots.current().references().word(dictionary, code, terms.today());
    }

    /** By code. */
    public Map<String, References.Word> today(String dictionary) {
        return snapshots.current().references().words(dictionary, terms.today());
    }
}
