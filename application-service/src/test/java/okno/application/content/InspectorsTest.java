package okno.application.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okno.application.SampleFiles;
import okno.application.content.inspect.Demands;
import okno.platform.core.Problem;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** With real processes. */
class InspectorsTest {

    private static final Demands PDF = Demands.of("PDF");
    private static final byte[] GOOD = SampleFiles.pdf(1_000_000);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Inspectors inspectors;

    @BeforeEach
    void oneInspector() {
        inspectors = inspectors(Duration.ofSeconds(10));
    }

    @AfterEach
    void end() {
        inspectors.stop();
    }

    @Test
    void gives_the_content_on_as_it_is_and_refuses_when_it_is_asked() throws IOException {
        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);

        assertThat(codeOf(SampleFiles.pdfWith("OpenAction", Map.of("S", "Launch")), PDF))
                .isEqualTo("file_active_content");
        assertThat(meters.counter("okno.content.refused", "code", "file_active_content")
                        .count())
                .isEqualTo(1);
        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);
    }

    @Test
    void a_file_that_is_read_half_leaves_the_inspector_for_the_next() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (InputStream half = inspectors.watch(new ByteArrayInputStream(GOOD), PDF)) {
                assertThat(half.readNBytes(100_000)).hasSize(100_000);
            }
        }

        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);
    }

    @Test
    void nobody_gets_the_answer_about_a_file_that_was_not_asked_about() throws IOException {
        byte[] bad = SampleFiles.pdfWith("OpenAction", Map.of("S", "Launch"));
        try (InspectedStream unasked = inspectors.watch(new ByteArrayInputStream(bad), PDF)) {
            assertThat(unasked.readNBytes(10)).hasSize(10);
            assertThatThrownBy(unasked::accept).isInstanceOf(IllegalStateException.class);
            unasked.readAllBytes();
        }

        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);
    }

    @Test
    void a_file_that_exhausts_the_memory_is_refused_and_the_next_is_judged() throws IOException {
        assertThat(codeOf(bomb(), new Demands("PDF", 100, 0, 0, 0, 0))).isEqualTo("file_too_complex");

        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);
    }

    @Test
    void an_inspector_that_reads_nothing_more_holds_nobody_up_and_is_replaced() throws Exception {
        inspectors.stop();
        inspectors = inspectors(Duration.ofMillis(500));
        Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);
        ProcessHandle only = ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-STOP", Long.toString(only.pid())).start().waitFor();

        assertThat(codeOf(SampleFiles.pdf(8_000_000), PDF)).isEqualTo("file_too_complex");

        assertThat(only.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(read(GOOD, PDF)).isEqualTo(GOOD);
    }

    @Test
    void a_file_that_takes_too_long_is_refused() {
        inspectors = inspectors(Duration.ofMillis(1));

        assertThat(codeOf(SampleFiles.scan(100), new Demands("PDF", 100, 0, 0, 0, 0)))
                .isEqualTo("file_too_complex");
    }

    private Inspectors inspectors(Duration timeLimit) {
        Inspectors all = new Inspectors(
                new ContentProperties(1, DataSize.ofMegabytes(64), timeLimit, Duration.ofSeconds(1)), meters);
        all.start();
        return all;
    }

    private byte[] read(byte[] content, Demands demands) throws IOException {
        try (InspectedStream watched = inspectors.watch(new ByteArrayInputStream(content), demands)) {
            byte[] read = watched.readAllBytes();
            watched.accept();
            return read;
        }
    }

    private String codeOf(byte[] content, Demands demands) {
        Problem[] refused = new Problem[1];
        assertThatThrownBy(() -> read(content, demands))
                .isInstanceOfSatisfying(Problem.class, problem -> refused[0] = problem);
        assertThat(refused[0].faults().getFirst().pointer()).isEqualTo("/file");
        return refused[0].faults().getFirst().code();
    }

    /** A page whose content unpacks to a word of 512 MB. */
    private static byte[] bomb() {
        return SampleFiles.pdf(1, document -> {
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] letters = new byte[1 << 20];
                Arrays.fill(letters, (byte) 'a');
                out.write('(');
                for (int i = 0; i < 512; i++) {
                    out.write(letters);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, content);
        });
    }
}
