package okno.application.content.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static okno.application.SampleFiles.jpeg;
import static okno.application.SampleFiles.page;
import static okno.application.SampleFiles.photograph;
import static okno.application.SampleFiles.png;
import static okno.application.SampleFiles.talkativePng;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import okno.application.casefile.domain.PaperFormat;
import org.junit.jupiter.api.Test;

class BarePictureTest {

    private static final String SECRET = "55.7558N 37.6173E";
    private static final BufferedImage PAGE = page(900, 700);

    @Test
    void a_photograph_says_no_more_where_it_was_taken_and_still_stands_upright() throws IOException {
        byte[] sent = photograph(PAGE, SECRET);

        byte[] kept = bare(PaperFormat.JPG, sent);

        assertThat(new String(sent, ISO_8859_1).split(SECRET, -1)).hasSize(7);
        assertThat(new String(kept, ISO_8859_1)).doesNotContain(SECRET, "GPS", "Photoshop", "MPF", "adobe");
        // JFIF, then the orientation alone, then the picture as it was.
        assertThat(Arrays.copyOfRange(kept, 20, 56)).startsWith(0xFF, 0xE1).endsWith(0, 6, 0, 0, 0, 0, 0, 0);
        byte[] plain = jpeg(PAGE);
        assertThat(Arrays.copyOfRange(kept, 56, kept.length)).isEqualTo(Arrays.copyOfRange(plain, 20, plain.length));
        assertThat(pixels(kept)).isEqualTo(pixels(plain));
        assertThat(bare(PaperFormat.JPG, kept)).isEqualTo(kept);
    }

    @Test
    void a_png_keeps_what_is_seen_and_loses_what_is_told() throws IOException {
        byte[] sent = talkativePng(PAGE, SECRET);

        byte[] kept = bare(PaperFormat.PNG, sent);

        assertThat(kept).isEqualTo(png(PAGE));
        assertThat(bare(PaperFormat.PNG, kept)).isEqualTo(kept);
    }

    @Test
    void a_picture_without_metadata_is_kept_as_it_is() throws IOException {
        assertThat(bare(PaperFormat.JPG, jpeg(PAGE))).isEqualTo(jpeg(PAGE));
        assertThat(bare(PaperFormat.PNG, png(PAGE))).isEqualTo(png(PAGE));
    }

    @Test
    void what_stands_behind_the_end_goes_and_is_read_nevertheless() throws IOException {
        for (PaperFormat format : new PaperFormat[] {PaperFormat.JPG, PaperFormat.PNG}) {
            byte[] picture = format == PaperFormat.JPG ? jpeg(PAGE) : png(PAGE);
            var sent = new ByteArrayInputStream(Arrays.copyOf(picture, picture.length + 300_000));

            assertThat(BarePicture.of(format, sent).readAllBytes()).isEqualTo(picture);
            assertThat(sent.available()).isZero();
        }
    }

    /** 2,000 broken files: each comes to its end, and none grows by more than an orientation. */
    @Test
    void no_broken_picture_breaks_the_reader() throws IOException {
        Random random = new Random(20261126);
        byte[][] files = {photograph(page(200, 200), SECRET), talkativePng(page(200, 200), SECRET)};
        PaperFormat[] formats = {PaperFormat.JPG, PaperFormat.PNG};
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = files[i % 2].clone();
            for (int change = 0; change <= random.nextInt(20); change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            byte[] cut = i % 3 == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
            try (InputStream bare = BarePicture.of(formats[i % 2], new ByteArrayInputStream(cut))) {
                assertThat(bare.readAllBytes()).hasSizeLessThanOrEqualTo(cut.length);
            }
        }
    }

    private static byte[] bare(PaperFormat format, byte[] sent) throws IOException {
        return BarePicture.of(format, new ByteArrayInputStream(sent)).readAllBytes();
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }
}
