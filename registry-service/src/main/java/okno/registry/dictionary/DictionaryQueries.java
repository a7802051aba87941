package okno.registry.dictionary;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import okno.platform.core.Problem;
import okno.registry.dictionary.domain.Dictionary;
import okno.registry.dictionary.domain.DictionaryItem;
import okno.registry.dictionary.domain.DictionarySearch;
import okno.registry.dictionary.domain.ListedItem;
import okno.registry.dictionary.persistence.Dictionaries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads dictionaries. */
@Component
public class DictionaryQueries {

    /** Entries that another service keeps in memory; a bigger dictionary is looked up page by page only. */
    static final int MAX_WHOLE = 20_000;

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Dictionaries dictionaries;
    private final Clock clock;

    DictionaryQueries(Dictionaries dictionaries, Clock clock) {
        this.dictionaries = dictionaries;
        this.clock = clock;
    }

    /** A dictionary with every entry of all days. */
    public record Whole(Dictionary dictionary, List<DictionaryItem> items) {}

    public List<Dictionary> all() {
        return dictionaries.all();
    }

    /** @throws Problem not found */
    public Dictionary get(String code) {
        return dictionaries.find(code).orElseThrow(Problem::notFound);
    }

    /** Entries that count on a day; as many as asked for at most. */
    public List<ListedItem> page(DictionarySearch wanted) {
        return dictionaries.page(wanted);
    }

    /** @throws Problem not found, also when it is too big to be kept in memory */
    @Transactional(readOnly = true)
    public Whole whole(String code) {
        Dictionary dictionary = get(code);
        List<DictionaryItem> items = dictionaries.whole(code, MAX_WHOLE + 1);
        if (items.size() > MAX_WHOLE) {
            throw Problem.notFound();
        }
        return new Whole(dictionary, items);
    }

    /** The day in Moscow. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
