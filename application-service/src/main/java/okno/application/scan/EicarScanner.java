package okno.application.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds nothing but the EICAR test file, wherever it lies in a content: for a machine without a scanner, where the way of an
 * infected file must still be seen.
 */
final class EicarScanner implements MalwareScanner {

    static final String FOUND = "Eicar-Test-Signature";

    /** In two parts, so that no scanner takes this program for the test file (eicar.org, "Intended Use"). */
    private static final byte[] TEST_FILE =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").getBytes(US_ASCII);

    /** Knuth, Morris, Pratt: where in the test file to go on when the next character is another one. */
    private static final int[] FALL_BACK = fallBack();

    @Override
    public Optional<String> scan(InputStream content) throws IOException {
        int same = 0;
        boolean found = false;
        byte[] buffer = new byte[64 * 1024];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            for (int i = 0; i < count && !found; i++) {
                if (same == 0 && buffer[i] != TEST_FILE[0]) {
                    continue;
                }
                same = next(same, buffer[i]);
                found = same == TEST_FILE.length;
            }
        }
        return found ? Optional.of(FOUND) : Optional.empty();
    }

    private static int next(int same, byte read) {
        int candidate = same;
        while (candidate > 0 && TEST_FILE[candidate] != read) {
            candidate = FALL_BACK[candidate];
        }
        return TEST_FILE[candidate] == read ? candidate + 1 : 0;
    }

    private static int[] fallBack() {
        int[] table = new int[TEST_FILE.length + 1];
        for (int i = 1; i < TEST_FILE.length; i++) {
            int border = table[i];
            while (border > 0 && TEST_FILE[border] != TEST_FILE[i]) {
                border = table[border];
            }
            table[i + 1] = TEST_FILE[border] == TEST_FILE[i] ? border + 1 : 0;
        }
        return table;
    }
}
