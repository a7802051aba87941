package okno.application.rights;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.Owner;
import okno.application.rights.persistence.PersonStock;
import okno.platform.documents.store.DocumentStore;
import okno.platform.rights.Erasing;
import okno.platform.rights.Keeping;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A person's account ends: drafts and their own documents go, what was submitted stays as the law orders, and goes when
 * its term is over. Applications of a company stay too: they are the company's.
 */
@Service
class PersonPapers implements Erasing, Keeping {

    private static final String SUBMITTED = "submitted_application";
    private static final String ARCHIVE = "210-FZ art. 7; 125-FZ art. 17; Rosarchiv order 236 of 20.12.2019";
    private static final int YEARS = 5;

    private final PersonStock stock;
    private final DocumentStore documents;

    PersonPapers(PersonStock stock, DocumentStore documents) {
        this.stock = stock;
        this.documents = documents;
    }

    @Override
    public Map<String, Long> erase(String personId) {
        String owner = owner(personId);
        forgetOnceCommitted(stock.contents(owner));
        Map<String, Long> gone = new LinkedHashMap<>();
        gone.put("draft", stock.eraseDrafts(owner));
        gone.put("personal_document", stock.eraseDocuments(owner));
        return gone;
    }

    @Override
    public List<Kept> kept(String personId) {
        long applications = stock.applications(owner(personId));
        return applications == 0
                ? List.of()
                : List.of(new Kept(SUBMITTED, applications, ARCHIVE, YEARS + " years after the case is closed"));
    }

    @Override
    public Removed removeDue(String personId, LocalDate today) {
        String owner = owner(personId);
        LocalDate before = today.minusYears(YEARS);
        forgetOnceCommitted(stock.oldContents(owner, before, today));
        long gone = stock.removeOld(owner, before, today);
        return new Removed(Map.of(SUBMITTED, gone), stock.applications(owner) > 0);
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
