package okno.application.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EicarScannerTest {

    private static final String TEST_FILE =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Test
    void finds_the_test_file_wherever_it_lies() throws IOException {
        assertThat(scan(TEST_FILE)).contains(EicarScanner.FOUND);
        assertThat(scan("%PDF" + "x".repeat(8180) + TEST_FILE + "x")).contains(EicarScanner.FOUND);
        assertThat(scan(TEST_FILE.substring(0, 16) + TEST_FILE)).contains(EicarScanner.FOUND);
    }

    @Test
    void finds_nothing_else() throws IOException {
        assertThat(scan("")).isEmpty();
        assertThat(scan(TEST_FILE.substring(0, 67))).isEmpty();
        assertThat(scan(TEST_FILE.replace("O!P", "O!!P"))).isEmpty();
    }

    private static Optional<String> scan(String content) throws IOException {
        return new EicarScanner().scan(new ByteArrayInputStream(content.getBytes(US_ASCII)));
    }
}
