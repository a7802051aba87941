package okno.application.catalogue.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okno.application.catalogue.domain.References;
import okno.application.catalogue.domain.Term;
import okno.platform.core.Money;
import okno.platform.core.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dated facts of law: duties, terms, and the words that passports may use. */
@Repository
public class ReferenceRows {

    private static final String TARIFFS = "select code, valid_from, valid_to, amount, currency from tariff limit 5000";
    private static final String TERMS =
            "select code, valid_from, valid_to, amount, unit from term_reference limit 5000";
    private static final String WORDS =
            "select dictionary, code, valid_from, valid_to, ru, en from dictionary_entry limit 20000";

    private static final String DAYS = "select day, working from calendar_day limit 5000";

    private final JdbcClient jdbc;

    ReferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public References all() {
        List<References.Dated<Money>> tariffs = jdbc.sql(TARIFFS)
                .query((row, i) -> new References.Dated<>(
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new Money(row.getLong("amount"), row.getString("currency"))))
                .list();
        List<References.Dated<Term>> terms = jdbc.sql(TERMS)
                .query((row, i) -> new References.Dated<>(
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new Term(row.getInt("amount"), Term.Unit.valueOf(row.getString("unit")))))
                .list();
        List<References.Dated<References.Word>> words = jdbc.sql(WORDS)
                .query((row, i) -> new References.Dated<>(
                        row.getString("dictionary") + "/" + row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new References.Word(row.getString("ru"), row.getString("en"))))
                .list();
        return new References(tariffs, terms, words);
    }

    /** The days of the loaded years that are not what their weekday says. */
    public WorkingCalendar calendar() {
        Map<Boolean, Set<LocalDate>> days = jdbc
                .sql(DAYS)
                .query((row, i) -> Map.entry(row.getBoolean("working"), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        return new WorkingCalendar(days.getOrDefault(false, Set.of()), days.getOrDefault(true, Set.of()));
    }
}
