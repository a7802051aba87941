package okno.application.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import okno.platform.core.Problem;
import org.junit.jupiter.api.Test;

class IntakeTest {

    /** FIPS 180-4, the example for SHA-256. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void measures_and_hashes_what_is_read_by_bytes_or_by_blocks() throws IOException {
        Intake intake = new Intake(new ByteArrayInputStream("abc".getBytes()), 3);

        assertThat(intake.read()).isEqualTo('a');
        assertThat(intake.skip(1)).isZero();
        assertThat(intake.readAllBytes()).isEqualTo("bc".getBytes());

        assertThat(intake.size()).isEqualTo(3);
        assertThat(intake.sha256()).isEqualTo(ABC);
    }

    @Test
    void stops_reading_an_endless_content_soon_after_its_limit() {
        Endless endless = new Endless();
        Intake intake = new Intake(endless, 100_000);

        assertThatThrownBy(() -> intake.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("file_too_large");

        assertThat(endless.given).isBetween(100_001L, 200_000L);
    }

    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            given += length;
            return length;
        }
    }
}
