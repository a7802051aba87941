package okno.registry.dictionary.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okno.registry.dictionary.domain.Dictionary;
import okno.registry.dictionary.domain.DictionaryItem;
import okno.registry.dictionary.domain.DictionarySearch;
import okno.registry.dictionary.domain.ListedItem;
import okno.registry.dictionary.domain.Words;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dictionaries and their entries. */
@Repository
public class Dictionaries {

    private static final int BATCH = 500;

    private static final String SELECT =
            "select code, version, complete, title_ru, title_en, source_ru, source_en from dictionary ";

    private static final String UPSERT = """
            insert into dictionary (code, version, complete, title_ru, title_en, source_ru, source_en, imported_at)
            values (:code, :version, :complete, :titleRu, :titleEn, :sourceRu, :sourceEn, :at)
            on conflict (code) do update set version = excluded.version, complete = excluded.complete,
                title_ru = excluded.title_ru, title_en = excluded.title_en, source_ru = excluded.source_ru,
                source_en = excluded.source_en, imported_at = excluded.imported_at
            """;

    private static final String INSERT = """
            insert into dictionary_item (dictionary, code, parent, name_ru, name_en, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ITEM = "select i.code, i.parent, i.name_ru, i.name_en, i.valid_from, i.valid_to";

    private static final String PAGE = ITEM + """
            , exists (select from dictionary_item below
                      where below.dictionary = i.dictionary and below.parent = i.code
                        and below.valid_from <= :asOf and (below.valid_to is null or below.valid_to >= :asOf)) as has_items
            from dictionary_item i
            where i.dictionary = :dictionary
              and i.valid_from <= :asOf and (i.valid_to is null or i.valid_to >= :asOf)
              and (cast(:parent as text) is null or coalesce(i.parent, '') = :parent)
              and (cast(:after as text) is null or i.code > :after)
              and (cast(:begin as text) is null or lower(i.code) like :begin
                   or lower(i.name_ru) like :begin or lower(i.name_ru) like :word
                   or lower(i.name_en) like :begin or lower(i.name_en) like :word)
            order by i.code
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Dictionaries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Replicas that start together import one after the other. */
    public void lock() {
        batches.execute("lock table dictionary in share row exclusive mode");
    }

    public List<Dictionary> all() {
        return jdbc.sql(SELECT + "order by code limit 100")
                .query((row, number) -> dictionary(row))
                .list();
    }

    public Optional<Dictionary> find(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query((row, number) -> dictionary(row))
                .optional();
    }

    /** Puts a version in place of the one before. */
    public void replace(Dictionary dictionary, List<DictionaryItem> items, Instant now) {
        jdbc.sql(UPSERT)
                .param("code", dictionary.code())
                .param("version", dictionary.version())
                .param("complete", dictionary.complete())
                .param("titleRu", dictionary.title().ru())
                .param("titleEn", dictionary.title().en())
                .param("sourceRu", dictionary.source().ru())
                .param("sourceEn", dictionary.source().en())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from dictionary_item where dictionary = :code")
                .param("code", dictionary.code())
                .update();
        batches.batchUpdate(INSERT, items, BATCH, (row, item) -> fill(row, dictionary.code(), item));
    }

    /** Entries that count on a day, by code. */
    public List<ListedItem> page(DictionarySearch wanted) {
        String begin = wanted.typed() == null ? null : escaped(wanted.typed().toLowerCase(Locale.ROOT)) + "%";
        return jdbc.sql(PAGE)
                .param("dictionary", wanted.dictionary())
                .param("parent", wanted.parent())
                .param("asOf", wanted.asOf())
                .param("after", wanted.after())
                .param("begin", begin)
                .param("word", "% " + begin)
                .param("limit", wanted.limit())
                .query((row, number) -> new ListedItem(item(row), row.getBoolean("has_items")))
                .list();
    }

    /** Every entry of all days, at most so many. */
    public List<DictionaryItem> whole(String code, int limit) {
        return jdbc.sql(ITEM + " from dictionary_item i where i.dictionary = :code"
                        + " order by i.code, i.valid_from limit :limit")
                .param("code", code)
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list();
    }

    private static String escaped(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static void fill(PreparedStatement row, String dictionary, DictionaryItem item) throws SQLException {
        row.setString(1, dictionary);
        row.setString(2, item.code());
        row.setString(3, item.parent());
        row.setString(4, item.name().ru());
        row.setString(5, item.name().en());
        row.setObject(6, item.validFrom());
        row.setObject(7, item.validTo());
    }

    private static Dictionary dictionary(ResultSet row) throws SQLException {
        return new Dictionary(
                row.getString("code"),
                row.getInt("version"),
                row.getBoolean("complete"),
                new Words(row.getString("title_ru"), row.getString("title_en")),
                new Words(row.getString("source_ru"), row.getString("source_en")));
    }

    private static DictionaryItem item(ResultSet row) throws SQLException {
        return new DictionaryItem(
                row.getString("code"),
                row.getString("parent"),
                new Words(row.getString("name_ru"), row.getString("name_en")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
