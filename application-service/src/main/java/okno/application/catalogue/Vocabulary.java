package okno.application.catalogue;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * The words that one language of the catalogue is written in, as stems. There are a few thousand, so those like a word are
 * found by looking at the ones with the same first letter; automata, as search servers build them for millions of words,
 * take longer to build than the whole search.
 */
final class Vocabulary {

    private static final float PREFIX = 0.25f;
    private static final float SLIP = 0.12f;
    private static final int SHORT_WORD = 4;
    private static final int LONG_WORD = 8;
    /** Twelve words of so many stems in six fields stay below the clauses that one query may have. */
    private static final int MAX_LIKE = 12;

    private static final int MAX_LONGER = 6;

    private final SortedSet<String> stems;

    private Vocabulary(SortedSet<String> stems) {
        this.stems = stems;
    }

    static Vocabulary of(IndexReader index, Collection<String> fields) throws IOException {
        SortedSet<String> stems = new TreeSet<>();
        for (String field : fields) {
            Terms terms = MultiTerms.getTerms(index, field);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                while (each.next() != null) {
                    stems.add(each.term().utf8ToString());
                }
            }
        }
        return new Vocabulary(stems);
    }

    /** Known stems and how much a match of theirs counts: the stem itself 1, a longer word less, a slip of the pen least. */
    Map<String, Float> like(String stem) {
        Map<String, Float> like = new LinkedHashMap<>();
        if (stems.contains(stem)) {
            like.put(stem, 1f);
        }
        if (stem.length() > 2) {
            stems.subSet(stem, stem + Character.MAX_VALUE).stream()
                    .limit(MAX_LONGER)
                    .forEach(longer -> like.putIfAbsent(longer, PREFIX));
        }
        if (stem.length() >= SHORT_WORD) {
            int slips = stem.length() < LONG_WORD ? 1 : 2;
            String first = stem.substring(0, 1);
            stems.subSet(first, first + Character.MAX_VALUE).stream()
                    .filter(known -> isWithin(stem, known, slips))
                    .limit(MAX_LIKE - like.size())
                    .forEach(known -> like.putIfAbsent(known, SLIP));
        }
        return like;
    }

    /** Whether one word becomes the other by so many insertions, deletions and replacements (Levenshtein). */
    static boolean isWithin(String one, String other, int slips) {
        if (Math.abs(one.length() - other.length()) > slips) {
            return false;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > slips) {
                return false;
            }
        }
        return row[other.length()] <= slips;
    }
}
