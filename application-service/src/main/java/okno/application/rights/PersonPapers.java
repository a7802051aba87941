package okno.application.rights;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okno.application.casefile.domain.Owner;
import okno.application.documents.RecordShare;
import okno.application.rights.persistence.PersonStock;
import okno.platform.documents.store.DocumentStore;
import okno.platform.rights.Erasing;
import okno.platform.rights.Keeping;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A person's account ends: drafts and their own documents go, what was submitted stays as the law orders, and goes when
 * its term is over. Applications of a company stay too: they are the company's. So do those of others whom the person
 * represented; when their term is over, the step names the power of attorney only.
 */
@Service
@EnableConfigurationProperties(KeptProperties.class)
class PersonPapers implements Erasing, Keeping {

    private static final String SUBMITTED = "submitted_application";
    private static final String ARCHIVE = "210-FZ art. 7; 125-FZ art. 17; Rosarchiv order 236 of 20.12.2019";
    private static final String ACTED = "acted_for_others";
    private static final String POWER = "Civil Code art. 182-185; 210-FZ art. 7; 125-FZ art. 17";

    private final PersonStock stock;
    private final RecordShare recordShare;
    private final DocumentStore documents;
    private final int years;

    PersonPapers(PersonStock stock, RecordShare recordShare, DocumentStore documents, KeptProperties properties) {
        this.stock = stock;
        this.recordShare = recordShare;
        this.documents = documents;
        this.years = properties.years();
    }

    @Override
    public Map<String, Long> erase(String personId) {
        String owner = owner(personId);
        forgetOnceCommitted(stock.contents(owner));
        Map<String, Long> gone = new LinkedHashMap<>();
        gone.put("draft", stock.eraseDrafts(owner));
        recordShare.forgetOwn(owner);
        gone.put("personal_document", stock.eraseDocuments(owner));
        return gone;
    }

    @Override
    public List<Kept> kept(String personId) {
        String term = years + " years after the case is closed";
        return Stream.of(
                        new Kept(SUBMITTED, stock.applications(owner(personId)), ARCHIVE, term),
                        new Kept(ACTED, stock.acted(personId), POWER, term))
                .filter(kept -> kept.count() > 0)
                .toList();
    }

    @Override
    public Removed removeDue(String personId, LocalDate today) {
        String owner = owner(personId);
        LocalDate before = today.minusYears(years);
        List<UUID> contents = stock.oldContents(owner, before, today);
        // A result may be shown to the agency of another application.
        contents.forEach(recordShare::forget);
        forgetOnceCommitted(contents);
        long gone = stock.removeOld(owner, before, today);
        long unnamed = stock.removeActed(personId, before);
        return new Removed(
                Map.of(SUBMITTED, gone, ACTED, unnamed), stock.applications(owner) > 0 || stock.acted(personId) > 0);
    }

    /** A row without its content would be a lie; content without a row is just space, and is swept as an orphan. */
    private void forgetOnceCommitted(List<UUID> contents) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                contents.forEach(documents::delete);
            }
        });
    }

    private static String owner(String personId) {
        return new Owner(personId, null).key();
    }
}
