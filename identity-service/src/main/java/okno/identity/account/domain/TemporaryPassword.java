package okno.identity.account.domain;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A password for the first log-in, said aloud over a desk: no letters or digits that look alike. Twelve characters out of
 * 31 to 48, some 63 bits, with one of each sort that the realm's rules ask for.
 */
public record TemporaryPassword(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> SORTS =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789", "-+=");
    private static final int LENGTH = 12;

    public static TemporaryPassword random() {
        List<Character> characters = new ArrayList<>();
        SORTS.forEach(sort -> characters.add(pick(sort)));
        String all = SORTS.get(0) + SORTS.get(1) + SORTS.get(2);
        while (characters.size() < LENGTH) {
            characters.add(pick(all));
        }
        Collections.shuffle(characters, RANDOM);
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return new TemporaryPassword(text.toString());
    }

    private static char pick(String sort) {
        return sort.charAt(RANDOM.nextInt(sort.length()));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "TemporaryPassword";
    }
}
