package okno.application.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.References;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Full-text search over the services in both languages: by stems, by beginnings of words, and with a slip of the pen. An
 * exact name comes first, then names, then synonyms, then descriptions and what category, life events and agency are called.
 * Lives in memory and never changes (ADR 0030).
 */
public final class CatalogueIndex {

    private static final String CODE = "code";
    private static final String EXACT = "exact";
    private static final float EXACT_BOOST = 1_000;
    private static final int MAX_HITS = 5_000;
    private static final int MAX_WORDS = 12;
    private static final Map<String, Float> RUSSIAN =
            Map.of("title_ru", 8f, "synonyms_ru", 6f, "description_ru", 1f, "facets_ru", 1f);
    private static final Map<String, Float> ENGLISH =
            Map.of("title_en", 8f, "synonyms_en", 6f, "description_en", 1f, "facets_en", 1f);
    private static final Analyzer RU = new RussianAnalyzer();
    private static final Analyzer EN = new EnglishAnalyzer();

    private final IndexSearcher searcher;
    /** By the number of the document: reading them from the index for each hit takes longer than the search. */
    private final List<String> codes;

    private final Vocabulary russian;
    private final Vocabulary english;

    private CatalogueIndex(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        List<String> read = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int i = 0; i < searcher.getIndexReader().maxDoc(); i++) {
            read.add(stored.document(i).get(CODE));
        }
        codes = List.copyOf(read);
        russian = Vocabulary.of(searcher.getIndexReader(), RUSSIAN.keySet());
        english = Vocabulary.of(searcher.getIndexReader(), ENGLISH.keySet());
    }

    /** {@code references}: what the codes of the passports are called on the day. */
    public static CatalogueIndex of(Collection<Passport> services, References references, LocalDate day) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        Analyzer analyzer = new PerFieldAnalyzerWrapper(
                RU, Map.of("title_en", EN, "synonyms_en", EN, "description_en", EN, "facets_en", EN));
        try {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
                for (Passport service : services) {
                    List<References.Word> facets = facets(service, references, day);
                    Document document = document(service);
                    text(document, "facets_ru", joined(facets, References.Word::ru));
                    text(document, "facets_en", joined(facets, References.Word::en));
                    writer.addDocument(document);
                }
            }
            return new CatalogueIndex(new IndexSearcher(DirectoryReader.open(memory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Codes of the services that have the words, best first; services equally good come by code. */
    public List<String> find(String words) {
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query(normal(words)), MAX_HITS).scoreDocs) {
                hits.add(new Hit(codes.get(found.doc), found.score));
            }
            return hits.stream().sorted().map(Hit::code).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Hit(String code, float score) implements Comparable<Hit> {

        @Override
        public int compareTo(Hit other) {
            int better = Float.compare(other.score, score);
            return better != 0 ? better : code.compareTo(other.code);
        }
    }

    private static Document document(Passport service) {
        Document document = new Document();
        document.add(new StringField(CODE, service.code(), Field.Store.YES));
        exact(document, service.title().ru());
        exact(document, service.title().en());
        service.synonyms().ru().forEach(synonym -> exact(document, synonym));
        service.synonyms().en().forEach(synonym -> exact(document, synonym));
        text(document, "title_ru", service.title().ru());
        text(document, "title_en", service.title().en());
        text(document, "synonyms_ru", String.join("; ", service.synonyms().ru()));
        text(document, "synonyms_en", String.join("; ", service.synonyms().en()));
        text(document, "description_ru", service.description().ru());
        text(document, "description_en", service.description().en());
        return document;
    }

    private static List<References.Word> facets(Passport service, References references, LocalDate day) {
        return Stream.of(
                        Stream.of(references.word(References.CATEGORY, service.category(), day)),
                        Stream.of(references.word(References.AGENCY, service.agency(), day)),
                        service.lifeEvents().stream().map(event -> references.word(References.LIFE_EVENT, event, day)))
                .flatMap(words -> words.flatMap(Optional::stream))
                .toList();
    }

    private static String joined(List<References.Word> words, Function<References.Word, String> language) {
        return String.join("; ", words.stream().map(language).toList());
    }

    private static void exact(Document document, String name) {
        document.add(new StringField(EXACT, normal(name), Field.Store.NO));
    }

    private static void text(Document document, String field, String content) {
        document.add(new TextField(field, normal(content), Field.Store.NO));
    }

    private Query query(String words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(EXACT, words))), EXACT_BOOST),
                BooleanClause.Occur.SHOULD);
        query.add(words(RU, russian, RUSSIAN, words), BooleanClause.Occur.SHOULD);
        query.add(words(EN, english, ENGLISH, words), BooleanClause.Occur.SHOULD);
        return query.build();
    }

    /** Up to two words must all be there; of more, two thirds: people write "how do I get a passport for my child". */
    private static Query words(Analyzer analyzer, Vocabulary vocabulary, Map<String, Float> fields, String words) {
        List<String> stems = stems(analyzer, words);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        stems.forEach(stem -> query.add(word(vocabulary, fields, stem), BooleanClause.Occur.SHOULD));
        query.setMinimumNumberShouldMatch(stems.size() <= 2 ? Math.max(1, stems.size()) : (stems.size() * 2 + 2) / 3);
        return query.build();
    }

    private static Query word(Vocabulary vocabulary, Map<String, Float> fields, String stem) {
        List<Query> ways = new ArrayList<>();
        vocabulary
                .like(stem)
                .forEach((known, likeness) -> fields.forEach((field, boost) ->
                        ways.add(new BoostQuery(new TermQuery(new Term(field, known)), boost * likeness))));
        return ways.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static List<String> stems(Analyzer analyzer, String words) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("any", words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && stems.size() < MAX_WORDS) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems.stream().distinct().toList();
    }

    /** Case, ё and stray spaces do not count. */
    private static String normal(String text) {
        return String.join(
                " ",
                Arrays.asList(
                        text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip().split("\\s+")));
    }
}
