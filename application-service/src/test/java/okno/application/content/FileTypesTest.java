package okno.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Map;
import okno.application.SampleFiles;
import okno.application.casefile.domain.PaperFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {

    private static final BufferedImage PICTURE = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);

    private final FileTypes types = new FileTypes();

    @Test
    void tells_formats_by_their_content() {
        assertThat(types.detect(SampleFiles.pdf("x"))).contains(PaperFormat.PDF);
        assertThat(types.detect(SampleFiles.jpeg(PICTURE))).contains(PaperFormat.JPG);
        assertThat(types.detect(SampleFiles.png(PICTURE))).contains(PaperFormat.PNG);
        assertThat(types.detect("<?xml version='1.0'?><Файл/>".getBytes())).contains(PaperFormat.XML);
        assertThat(types.detect(SampleFiles.zip(SampleFiles.DOCX))).contains(PaperFormat.DOCX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090",
                "<html><body>%PDF-1.7",
                "GIF89a",
                "x%PDF-1.7",
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "#!/bin/sh",
                "{}"
            })
    void knows_nothing_else(String content) {
        assertThat(types.detect(content.getBytes())).isEmpty();
    }

    @Test
    void an_archive_is_no_document() {
        assertThat(types.detect(SampleFiles.zip(Map.of("a.txt", "x")))).isEmpty();
    }

    @Test
    void takes_nothing_from_the_stream() throws IOException {
        byte[] content = SampleFiles.pdf(200_000);
        PushbackInputStream stream = new PushbackInputStream(new ByteArrayInputStream(content), FileTypes.BEGINNING);

        assertThat(types.detect(stream)).contains(PaperFormat.PDF);

        assertThat(stream.readAllBytes()).isEqualTo(content);
    }
}
