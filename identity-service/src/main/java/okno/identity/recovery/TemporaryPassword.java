package okno.identity.recovery;

import java.security.SecureRandom;

/** Twelve random characters, 59 bits, that can be read aloud, behind what the realm's policy asks for. */
final class TemporaryPassword {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz2345679";
    private static final String KINDS = "Ok7";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TemporaryPassword() {}

    static String random() {
        StringBuilder password = new StringBuilder(KINDS);
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
